import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorClass } from '../../../shared/evidence/kinds/error-observation.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, refusal, snapshot, zoneNamed } from '../build.ts'

// The 5 h window began at 12:00, the week days ago.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const WEEK = '2026-06-06T12:00:00Z'

function judged(errorClass: ErrorClass, readAt: string | null, used: number) {
  const reading = snapshot(readAt && today(readAt), [
    meter('5h', used, today('17:00')),
    meter('7d', 10, WEEK),
  ])
  const error = refusal(errorClass, null, { readWith: reading.id })
  const { incidents } = reportFrom(evidenceWith({ errors: [error], snapshots: [reading] }), {
    now: at(today('18:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  const [only] = incidents
  const on = (name: string) => only?.verdicts.find(({ cause }) => cause === name)?.verdict
  return [
    only?.block.span && writeInstant(only.block.span.from).slice(11, 16),
    on('quota_5h'),
    on('quota_7d'),
  ]
}

// A text comes before the reading with which it was pasted: that may be from just after a reset, and the text from before it.
it.each<[ErrorClass, string | null, number, readonly (string | undefined)[]]>([
  ['rate_or_concurrency', null, 2, ['12:00', 'contradicted', 'contradicted']],
  ['rate_or_concurrency', null, 1, ['11:50', 'undecidable', 'contradicted']],
  ['overloaded', null, 0, ['11:50', 'undecidable', 'contradicted']],
  ['window_5h', null, 0, ['11:50', 'supported', 'contradicted']],
  ['rate_or_concurrency', '12:09', 0, ['11:59', 'undecidable', 'contradicted']],
  ['rate_or_concurrency', '12:11', 0, ['12:11', 'contradicted', 'contradicted']],
])('%s, pasted with a reading of %s at %i %%: from %j', (errorClass, readAt, used, expected) => {
  expect(judged(errorClass, readAt, used)).toEqual(expected)
})
