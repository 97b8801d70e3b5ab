import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../shared/evidence/error-observation.ts'
import { at } from '../time/given.ts'
import { evidenceWith, refusal, zoneNamed } from './build.ts'

const incidentsOf = (errorClass: ErrorClass) =>
  analyse(evidenceWith({ errors: [refusal(errorClass, '2026-06-02T12:00:00Z')] }), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  }).incidents

it('a quota that is not named supports none of them', () => {
  const [incident] = incidentsOf('quota_unnamed')
  expect(incident?.verdicts.filter(({ verdict }) => verdict === 'supported')).toEqual([])
  expect(incident?.leading).toBe('unknown')
})

it('what the open platform refuses blocks nobody here', () => {
  expect(incidentsOf('open_platform')).toEqual([])
})
