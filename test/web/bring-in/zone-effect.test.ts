import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { readInput } from '../../../shared/intake.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { zoneEffectOf } from '../../../web/data/intake/zone-effect.ts'
import { at, zone } from '../../time/given.ts'

const NOW = at('2026-03-09T00:00:00Z')
const read = (name: string) => {
  const body = readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8')
  return readInput({ at: null, via: 'file', input: name, source: null, body }, { zone: UNKNOWN_ZONE })
    .evidence
}
const ROWS = read('usage-history.txt')
const ALL = mergeEvidence(ROWS, read('cli-panel.txt'), read('error.txt'), read('incident-2026-03-07.txt'))

it('rows alone decide nothing by their zone; with the panel they do, and each zone has its answer', () => {
  expect(zoneEffectOf(ROWS, [UNKNOWN_ZONE], NOW).matters).toBe(false)
  const { matters, answers } = zoneEffectOf(ALL, [zone('+01:00'), UNKNOWN_ZONE], NOW)
  expect(matters).toBe(true)
  expect(answers.map((each) => each.zone)).toEqual(['+01:00', UNKNOWN_ZONE])
})
