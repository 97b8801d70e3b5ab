import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

// Refused on the 3rd, at 12:00 and 12:05. A month ends once: readings of one that ends some hours later are another account's.
const time = (clock: string) => `2026-06-03T${clock}:00Z`
const [SOONER, LATER] = ['2026-06-03T15:00:00Z', '2026-06-03T18:30:00Z']
const read = (clock: string, used: number, reset: string, details = {}) =>
  snapshot(time(clock), [meter('month', used, reset, details)])
const failed = (clock: string) => row(time(clock), { outcome: 'failure', status: 403, statusText: null })
const blocked = page(
  [row(time('11:50')), failed('12:00'), failed('12:05'), row(time('15:00')), row(time('16:30'))],
  at(time('17:00')),
)

function monthFrom(...snapshots: readonly ReturnType<typeof read>[]) {
  const { incidents } = reportFrom(evidenceWith(blocked, { snapshots }), {
    now: at(time('17:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_month')
}

const low = (...clocks: readonly string[]) => clocks.map((clock) => read(clock, 32, LATER))

it.each([
  ['one month only', [...low('10:00', '12:40', '13:00')], 'contradicted'],
  [
    'the other among its readings',
    [...low('10:00', '12:40', '13:00'), read('11:00', 99, SOONER)],
    'undecidable',
  ],
  [
    'it among those of the other',
    [read('09:00', 99, SOONER), ...low('10:00', '12:40'), read('13:00', 99, SOONER)],
    'undecidable',
  ],
  [
    'its end before that of the other, read first',
    [read('12:50', 99, SOONER), ...low('10:00', '12:40')],
    'undecidable',
  ],
  ['refused between the other and it', [read('11:00', 99, SOONER), ...low('12:40', '13:00')], 'undecidable'],
  [
    'a change to it before, read',
    [read('09:00', 99, SOONER), ...low('10:00', '12:40', '13:00')],
    'contradicted',
  ],
  ['a month later', [...low('10:00', '12:40'), read('13:00', 3, '2026-07-03T18:30:00Z')], 'contradicted'],
  [
    'another pool that ends sooner',
    [...low('10:00', '12:40', '13:00'), read('11:00', 3, SOONER, { pool: 'code' })],
    'contradicted',
  ],
] as const)('low in a month, with %s', (_, snapshots, verdict) => {
  expect(monthFrom(...snapshots)?.verdict).toBe(verdict)
})

it('full in a month, with the other among its readings, is disputed', () => {
  const full = ['11:55', '12:40', '14:50'].map((clock) => read(clock, 100, SOONER))
  expect(monthFrom(...full)?.verdict).toBe('supported')
  expect(monthFrom(...full, read('12:30', 95, LATER))?.verdict).toBe('consistent')
})
