import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { at } from '../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from './build.ts'

// One 5 h window runs from 10:00 to 15:00, the next to 20:00.
const today = (clock: string) => `2026-06-02T${clock}Z`
const ok = (clock: string) => row(today(clock))
const failed = (clock: string, status: number) => row(today(clock), { outcome: 'failure', status })
const read = (clock: string, used: number, reset: string) =>
  snapshot(today(clock), [meter('5h', used, today(reset))])

/** All refused with 429 at 14:00 and 14:30, the window new at 15:00, and then these. */
it.each([
  ['the same status', [['15:30:00', 429]], 'contradicted'],
  ['another status', [['15:30:00', 401]], 'undecidable'],
  [
    'another status, twice',
    [
      ['15:30:00', 401],
      ['15:31:00', 401],
    ],
    'undecidable',
  ],
  [
    'both, but the old one within what a reset may take',
    [
      ['15:01:59', 429],
      ['15:30:00', 401],
    ],
    'undecidable',
  ],
  [
    'both, clear of the reset',
    [
      ['15:02:00', 429],
      ['15:30:00', 401],
    ],
    'contradicted',
  ],
] as const)('a block that goes on after a reset with %s leaves the quota %j: %s', (_, after, verdict) => {
  const rows = page([
    ok('13:00:00'),
    failed('14:00:00', 429),
    failed('14:30:00', 429),
    ...after.map(([clock, status]) => failed(clock, status)),
    ok('15:50:00'),
  ])
  const snapshots = [
    read('13:30:00', 70, '15:00:00'),
    read('15:40:00', 1, '20:00:00'),
    read('15:55:00', 2, '20:00:00'),
  ]
  const { incidents } = analyse(evidenceWith(rows, { snapshots }), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  expect(incidents.map(({ verdicts }) => verdicts[0]?.verdict)).toEqual([verdict])
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
    silent('14:00:00'),
    silent('14:50:00'),
    silent('15:30:00'),
    ok('15:50:00'),
  ])
  const errors = classes.map((errorClass) => refusal(errorClass, null))
  const snapshots = [
    read('13:30:00', 70, '15:00:00'),
    read('15:40:00', 1, '20:00:00'),
    read('15:55:00', 2, '20:00:00'),
  ]
  const { incidents } = analyse(evidenceWith(rows, { snapshots, errors }), {
    now: at('2026-06-02T23:00:00Z'),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  const [block] = incidents.filter(({ block: { grade } }) => grade === 'failed_rows')
  expect(block?.verdicts[0]?.verdict).toBe(verdict)
})
