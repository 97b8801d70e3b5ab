import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// One 5 h window runs from 10:00 to 15:00, the next to 20:00.
const today = (clock: string) => `2026-06-02T${clock}Z`
const ok = (clock: string) => row(today(clock))
const failed = (clock: string, status: number) => row(today(clock), { outcome: 'failure', status })
const read = (clock: string, used: number, reset: string) =>
  snapshot(today(clock), [meter('5h', used, today(reset))])

const judged = (rows: Partial<Evidence>, errors: readonly ErrorObservation[] = []) =>
  reportFrom(evidenceWith(rows, { errors, snapshots: SNAPSHOTS }), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  }).incidents
const SNAPSHOTS = [
  read('13:30:00', 70, '15:00:00'),
  read('15:40:00', 1, '20:00:00'),
  read('15:55:00', 2, '20:00:00'),
]
const verdictOn5h = (rows: Partial<Evidence>, errors: readonly ErrorObservation[] = []) =>
  judged(rows, errors).map(({ verdicts }) => verdicts[0]?.verdict)

/** All refused with 429 until shortly before the window is new at 15:00, and then these. */
it.each([
  ['the same status', [['15:04:00', 429]], 'contradicted'],
  ['another status', [['15:04:00', 401]], 'undecidable'],
  [
    'another status, twice',
    [
      ['15:04:00', 401],
      ['15:05:00', 401],
    ],
    'undecidable',
  ],
  [
    'both, but the old one within what a reset may take',
    [
      ['15:01:59', 429],
      ['15:04:00', 401],
    ],
    'undecidable',
  ],
  [
    'both, clear of the reset',
    [
      ['15:02:00', 429],
      ['15:04:00', 401],
    ],
    'contradicted',
  ],
] as const)('a block that goes on after a reset with %s leaves the quota %j: %s', (_, after, verdict) => {
  const rows = page([
    ok('13:00:00'),
    failed('14:55:00', 429),
    failed('14:59:00', 429),
    ...after.map(([clock, status]) => failed(clock, status)),
    ok('15:30:00'),
  ])
  expect(verdictOn5h(rows)).toEqual([verdict])
})

/** Rows of one status on either side of the reset at 15:00. */
it.each([
  ['asked on throughout', ['14:52:00', '14:56:00', '15:01:00', '15:06:00'], [], 'contradicted'],
  ['after five minutes, and no longer', ['14:58:00', '15:03:01'], [], 'contradicted'],
  ['after a second longer: another limit may have taken over', ['14:58:00', '15:03:02'], [], 'undecidable'],
  ['from an hour before', ['14:00:00', '15:05:00', '15:09:00', '15:13:00'], [], 'undecidable'],
  [
    'from an hour before, asked on into the new window since',
    ['13:40:00', '14:58:00', '15:02:00', '15:06:00'],
    [],
    'undecidable',
  ],
  [
    'from an hour before, with one text on either side',
    ['14:00:00', '15:10:00'],
    ['auth', 'auth'],
    'contradicted',
  ],
  [
    'from an hour before, with another text',
    ['14:00:00', '15:10:00'],
    ['auth', 'rate_or_concurrency'],
    'undecidable',
  ],
] as const)('refused on after a reset, %s', (_, clocks, classes, verdict) => {
  const rows = page([ok('13:00:00'), ...clocks.map((clock) => failed(clock, 403)), ok('15:30:00')])
  const errors = classes.map((errorClass, index) =>
    refusal(errorClass, today(clocks[index] ?? ''), { status: 403 }),
  )
  expect(verdictOn5h(rows, errors)).toEqual([verdict])
})

/** Rows that say nothing but that they failed, from one window far into the next, and texts that nothing dates. */
it.each([
  ['no text', [], 'contradicted'],
  ['a text of that quota: some of it may be by it', ['window_5h'], 'undecidable'],
  ['a text of another cause', ['overloaded'], 'contradicted'],
  ['texts of two causes: either may be by either', ['concurrency', 'overloaded'], 'undecidable'],
  ['two wordings of one', ['overloaded', 'service'], 'contradicted'],
  ['a text that names none', ['other'], 'contradicted'],
] as const)('refused on through a reset, with %s', (_, classes, verdict) => {
  const silent = (clock: string) => row(today(clock), { outcome: 'failure', statusText: 'Failed' })
  const rows = page([
    ok('13:00:00'),
    silent('14:56:00'),
    silent('14:59:30'),
    silent('15:04:00'),
    ok('15:30:00'),
  ])
  const errors = classes.map((errorClass) => refusal(errorClass, null))
  const [block] = judged(rows, errors).filter(({ block: { grade } }) => grade === 'failed_rows')
  expect(block?.verdicts[0]?.verdict).toBe(verdict)
})
