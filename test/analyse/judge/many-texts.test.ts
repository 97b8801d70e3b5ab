import { expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import { withErrorId } from '../../../shared/evidence/errors/error-id.ts'
import { UNDATED } from '../../../shared/evidence/when.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, refusal } from '../build.ts'

/* Each text says another thing. When each was compared with each, these took half a minute. */

const analysed = (errors: readonly ErrorObservation[]) =>
  analyse(evidenceWith({ errors }), { now: at('2026-03-03T12:00:00Z'), zone: UTC, rules: DEFAULT_RULES })

const texts = (count: number, details: Partial<ErrorObservation>) => {
  const like = refusal('window_5h', '2026-03-02T15:00:00Z')
  return Array.from({ length: count }, (_, n) =>
    withErrorId({ ...like, message: `${like.message} ${n}`, ...details }),
  )
}

it('of one block are counted once for all of them', () => {
  const { incidents } = analysed(texts(16_000, {})).report
  expect(incidents).toMatchObject([{ leading: 'quota_5h' }])
})

it('without a time name few causes', () => {
  expect(analysed(texts(40_000, { when: UNDATED, readWith: null })).report.incidents).toEqual([])
})
