import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { compareStretches, daysOf } from '../../../shared/analyse/views/days.ts'
import type { Alignment } from '../../../shared/analyse/views/day-slots.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { UNKNOWN_ZONE, UTC } from '../../../shared/time/zone.ts'
import { at, day } from '../../time/given.ts'
import { evidenceWith, meter, page, row, seedEvidence, snapshot, zoneNamed } from '../build.ts'

const now = at('2026-07-01T00:00:00Z')

function compare(evidence: Evidence, days: readonly string[], zone = 'UTC', alignment: Alignment = 'clock') {
  const options = { zone: zoneNamed(zone), rules: DEFAULT_RULES, alignment }
  const stretches = days.map((text) => ({ kind: 'day', day: day(text) }) as const)
  return compareStretches(analyse(evidence, { now, ...options }), stretches, options)
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
      const options = { now, zone: zoneNamed(zone), rules: DEFAULT_RULES }
      const { rows } = analyse(seedEvidence(zone), options).derived.on(zone === 'unknown' ? 'wall' : 'utc')
      expect(daysOf(rows, options.zone === UNKNOWN_ZONE ? UTC : options.zone)).toEqual(['2026-03-02'])
    }
  })
})

describe('more than two', () => {
  it('are each compared with the first, in sum and hour by hour', () => {
    const { days, differences } = compare(history, ['2026-06-02', '2026-06-03', '2026-06-01'])
    expect(days).toHaveLength(3)
    const requests = differences.filter(({ metric }) => metric === 'requests')
    expect(requests.map(({ index, change, sure }) => [index, change, sure])).toEqual([
      [1, -2, false],
      [2, -2, false], // of 1 June only the last hour was seen
    ])
    const hours = requests[0]?.slots.filter(({ change }) => change !== 0)
    expect(hours?.map(({ slot, change, sure }) => [slot, change, sure])).toEqual([
      [7, 1, true], // observed on both days; of the later hours of the 3rd nothing is known, so no difference
    ])
  })

  it('than eight are refused', () => {
    const days = Array.from({ length: 9 }, (_, index) => `2026-06-0${index + 1}`)
    expect(() => compare(history, days)).toThrow(/at most 8/)
    expect(compare(history, days.slice(0, 8)).days).toHaveLength(8)
  })
})

describe('5 h windows side by side', () => {
  it('are counted from their own begin', () => {
    const evidence = history
    const analysis = analyse(evidence, { now, zone: zoneNamed('UTC'), rules: DEFAULT_RULES })
    const windows = ['2026-06-02T06:00:00Z', '2026-06-02T11:00:00Z'].map(
      (from) => ({ kind: 'window', from: at(from) }) as const,
    )
    const options = { zone: zoneNamed('UTC'), alignment: 'window' } as const
    const { days, differences } = compareStretches(analysis, windows, options)
    expect(days.map(({ requests, slots }) => [requests, filled(slots)])).toEqual([
      [2, [[2, 2]]],
      [1, [[3, 1]]],
    ])
    expect(differences[0]).toMatchObject({ metric: 'requests', change: -1, sure: true })
  })
})

describe('the quota used', () => {
  // resets lie 25 hours apart, on one grid
  const readings = (name: string, reset: string, ...used: readonly (readonly [string, number])[]) =>
    used.map(([time, percent]) =>
      snapshot(`${name}T${time}:00Z`, [meter('5h', percent, `${name}T${reset}:00Z`, { resolution: 0 })]),
    )
  const evidence = evidenceWith({
    snapshots: [
      ...readings('2026-06-02', '15:00', ['10:30', 1], ['11:30', 21], ['12:30', 22], ['14:59', 22]),
      ...readings('2026-06-03', '16:00', ['11:30', 1], ['15:59', 9]),
    ],
  })

  it('is the rise between readings, spread over the time between them', () => {
    const { days } = compare(evidence, ['2026-06-02', '2026-06-03'])
    expect(days.map(({ used }) => used['5h']?.usedPercent)).toEqual([22, 9])
    const hour = (slot: number) => days[0]?.slots.find((each) => each.slot === slot)?.used['5h']
    expect(hour(9)).toBeNull() // no window that has readings
    expect(hour(10)).toMatchObject({ usedPercent: 11, slack: 10, measuredMs: HOUR }) // 1 point from the begin, half of 20
    expect(hour(11)).toMatchObject({ usedPercent: 10.5 })
  })

  it('is unknown without readings, not nothing', () => {
    const { days, differences } = compare(evidence, ['2026-06-02', '2026-06-04'])
    expect(days[1]?.used['5h']).toBeNull()
    expect(differences.filter(({ metric }) => metric === 'used_5h')).toEqual([])
  })

  it('of a day is sure to differ only where it was measured throughout', () => {
    const windows = ['2026-06-02T10:00:00Z', '2026-06-03T11:00:00Z'].map(
      (from) => ({ kind: 'window', from: at(from) }) as const,
    )
    const options = { zone: zoneNamed('UTC'), rules: DEFAULT_RULES }
    const analysis = analyse(evidence, { now, ...options })
    const of = ({ differences }: ReturnType<typeof compareStretches>) =>
      differences.find(({ metric }) => metric === 'used_5h')
    expect(of(compareStretches(analysis, windows, options))).toMatchObject({
      change: -13,
      sure: true,
    })
    expect(of(compare(evidence, ['2026-06-02', '2026-06-03']))).toMatchObject({ change: -13, sure: false })
  })
})

it('counts bursts where they begin', () => {
  const burst = Array.from({ length: 6 }, (_, index) =>
    row(`2026-06-02T08:59:5${index + 4}Z`, { requestId: String(index) }),
  )
  const { days } = compare(evidenceWith(page(burst)), ['2026-06-02'])
  expect(days[0]?.bursts).toBe(1)
  expect(days[0]?.slots.filter(({ bursts }) => bursts > 0).map(({ slot }) => slot)).toEqual([8])
})
