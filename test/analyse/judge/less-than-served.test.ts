import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused on the 2nd, at 12:00 and 12:10, and served again. Meters were read at 12:40 and 14:00 only, so nothing shows one fall.
const time = (clock: string) => `2026-06-02T${clock}:00Z`
const failed = (clock: string) => row(time(clock), { outcome: 'failure', status: 403, statusText: null })
const RESETS = { '5h': time('15:00'), '7d': '2026-06-06T09:00:00Z', 'month': '2026-06-20T09:00:00Z' }

/** Requests that were served within an hour, up to sixty of them a minute apart. */
const served = (hour: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [minute, second] = [index % 60, Math.floor(index / 60)].map((each) => String(each).padStart(2, '0'))
    return row(`2026-06-02T${hour}:${minute}:${second}Z`, { requestId: `${hour} ${index}` })
  })

function judged(
  window: keyof typeof RESETS,
  before: number,
  after: number,
  shares: readonly [number, number],
) {
  const rows = [...served(11, before), failed('12:00'), failed('12:10'), ...served(13, after)]
  const read = (clock: string, used: number) =>
    snapshot(time(clock), [meter(window, used, RESETS[window], { resolution: 0.01 })])
  const report = reportFrom(
    evidenceWith(page(rows, at(time('14:30'))), {
      snapshots: [read('12:40', shares[0]), read('14:00', shares[1])],
    }),
    { now: at(time('14:30')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES },
  )
  return report.incidents[0]?.verdicts.find(({ cause }) => cause === `quota_${window}`)?.verdict
}

// 40 requests after it used 4 %, so that the 50 before used some 5 %
it.each([
  ['month', 50, 40, [2.4, 6.4], 'undecidable'],
  ['month', 50, 40, [2.6, 6.6], 'contradicted'],
  ['7d', 50, 40, [0.4, 4.4], 'undecidable'],
  ['7d', 50, 40, [5, 9], 'contradicted'],
  ['5h', 50, 40, [1, 5], 'undecidable'],
  // too few to tell of: before, and after; next to nothing, first read after it, may be what a reset out of turn left
  ['month', 29, 40, [3.1, 7.1], 'contradicted'],
  ['month', 29, 40, [3, 7], 'undecidable'],
  ['month', 50, 29, [3.1, 7.1], 'contradicted'],
  ['month', 50, 29, [3, 7], 'undecidable'],
  ['7d', 0, 40, [3, 7], 'undecidable'],
  // a window of five hours begins with nothing used, and a reading from before shows that so had this one
  ['5h', 0, 40, [1, 5], 'contradicted'],
  // many between two readings that are hours apart
  ['month', 59, 400, [0.5, 9.5], 'undecidable'],
  // nothing tells what a request takes
  ['month', 50, 40, [2.4, 2.4], 'contradicted'],
] as const)('%s: %i served before, %i after, used %j: %s', (window, before, after, shares, verdict) => {
  expect(judged(window, before, after, shares)).toBe(verdict)
})

// The week begins at 09:00 that day.
it.each([
  ['some quota was used up', 'quota_unnamed', 60, 8, 'undecidable'],
  ['some quota was used up', 'quota_unnamed', 29, 3, 'undecidable'],
  ['some quota was used up', 'quota_unnamed', 29, 5, 'contradicted'],
  ['another quota was', 'window_5h', 60, 8, 'contradicted'],
] as const)(
  'a week that was not read before a text says that %s (%s, %i served since, %i %%): %s',
  (_, errorClass, since, used, verdict) => {
    const report = reportFrom(
      evidenceWith(page(served(13, since), at(time('14:30'))), {
        errors: [refusal(errorClass, time('12:00'), { status: 403 })],
        snapshots: [snapshot(time('14:20'), [meter('7d', used, '2026-06-09T09:00:00Z')])],
      }),
      { now: at(time('14:30')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES },
    )
    expect(report.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_7d')?.verdict).toBe(verdict)
  },
)
