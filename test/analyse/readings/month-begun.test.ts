import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

// A reading states when a month ends, and not when it began: 28 to 31 days before. Refused on the 3rd, at 12:00 and 12:05.
const time = (clock: string) => `2026-06-03T${clock}:00Z`
const failed = (clock: string) => row(time(clock), { outcome: 'failure', status: 403, statusText: null })
const blocked = page([
  row(time('11:50')),
  failed('12:00'),
  failed('12:05'),
  row(time('12:20')),
  row(time('13:30')),
])

function verdictWith(reset: string, clocks: readonly string[]) {
  const snapshots = clocks.map((clock) => snapshot(time(clock), [meter('month', 3, reset)]))
  const { incidents } = reportFrom(evidenceWith(blocked, { snapshots }), {
    now: at(time('14:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_month')?.verdict
}

it.each([
  [
    '27 days before its end, whenever it was read',
    '2026-06-30T12:00:00Z',
    ['12:40', '13:00'],
    'contradicted',
  ],
  [
    '30 days before, read low only after: the last month may have refused',
    '2026-07-03T12:00:00Z',
    ['12:40', '13:00'],
    'undecidable',
  ],
  [
    '30 days before, read in the same month before, too',
    '2026-07-03T12:00:00Z',
    ['11:55', '12:40', '13:00'],
    'contradicted',
  ],
  [
    '30 days before, first read while it refused',
    '2026-07-03T12:00:00Z',
    ['12:02', '12:40', '13:00'],
    'contradicted',
  ],
  [
    '30 days before, first read as the last was refused',
    '2026-07-03T12:00:00Z',
    ['12:05', '12:40'],
    'undecidable',
  ],
] as const)('a low month and refusals %s', (_, reset, clocks, verdict) => {
  expect(verdictWith(reset, clocks)).toBe(verdict)
})
