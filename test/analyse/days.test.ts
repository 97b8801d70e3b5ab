import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { compareDays, daysWithRecords } from '../../shared/analyse/days.ts'
import type { Alignment } from '../../shared/analyse/day-slots.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import { at, day } from '../time/given.ts'
import { evidenceWith, meter, page, row, seedEvidence, snapshot, zoneNamed } from './build.ts'

const now = at('2026-07-01T00:00:00Z')

function compare(evidence: Evidence, days: readonly string[], zone = 'UTC', alignment: Alignment = 'clock') {
  const options = { zone: zoneNamed(zone), rules: DEFAULT_RULES, alignment }
  return compareDays(evidence, analyse(evidence, { now, ...options }), days.map(day), options)
}

const filled = (slots: readonly { slot: number; requests: number }[]) =>
  slots.filter(({ requests }) => requests > 0).map(({ slot, requests }) => [slot, requests])

/** 2 June observed whole with three requests; of 3 June only the morning was seen. */
const history = evidenceWith(
  page(
    [
      row('2026-06-01T23:00:00Z'),
      row('2026-06-02T08:10:00Z'),
      row('2026-06-02T08:20:00Z'),
      row('2026-06-02T14:00:00Z'),
    ],
    at('2026-06-03T08:02:00Z'),
  ),
  page([row('2026-06-03T07:00:00Z')], at('2026-06-03T08:02:00Z')),
  {
    snapshots: [
      snapshot('2026-06-02T09:00:00Z', [
        meter('5h', 1, '2026-06-02T11:00:00Z'),
        meter('7d', 1, '2026-06-07T09:00:00Z'),
      ]),
    ],
  },
)

describe('days side by side', () => {
  it('never calls a day quieter that was only half observed', () => {
    const { days, differences } = compare(history, ['2026-06-02', '2026-06-03'])
    expect(days.map(({ requests }) => requests)).toEqual([3, 1])
    expect(days.map(({ observedShare }) => Math.round(observedShare * 100))).toEqual([100, 33])
    expect(differences.find(({ metric }) => metric === 'requests')).toMatchObject({ change: -2, sure: false })
    const [busier] = compare(history, ['2026-06-03', '2026-06-02']).differences
    expect(busier).toMatchObject({ metric: 'requests', change: 2, sure: false }) // the smaller one is the half observed
  })

  it.each([
    [
      'clock',
      [
        [8, 2],
        [14, 1],
      ],
    ],
    [
      'window',
      [
        [2, 2],
        [3, 1],
      ],
    ], // windows begin at 01, 06 and 11 o'clock
    [
      'first_request',
      [
        [0, 2],
        [5, 1],
      ],
    ],
  ] as const)('lines up by %s', (alignment, expected) => {
    const [first] = compare(history, ['2026-06-02'], 'UTC', alignment).days
    expect(filled(first?.slots ?? [])).toEqual(expected)
  })

  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 24], // 25 hours, one of them twice
    ['2026-03-02', 'Asia/Kathmandu', 24],
  ])('%s in %s has %i hours with a name', (name, zone, hours) => {
    const [first] = compare(history, [name], zone).days
    expect(first?.slots).toHaveLength(hours)
    const covered = first?.slots
      .flatMap(({ spans }) => spans)
      .reduce((sum, span) => sum + span.to - span.from, 0)
    expect(covered).toBe((first?.span.to ?? 0) - (first?.span.from ?? 0))
  })

  it('counts the blocked minutes of the seed in its own zone and on the wall clock', () => {
    for (const zone of ['+02:00', 'unknown']) {
      const [first] = compare(seedEvidence(zone), ['2026-03-02'], zone).days
      expect(first).toMatchObject({ requests: 9, blockedMs: HOUR + 3 * MINUTE + 31_000 })
      expect(daysWithRecords(seedEvidence(zone), zoneNamed(zone))).toEqual(['2026-03-02'])
    }
  })
})
