import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import type { Analysis } from '../../../shared/analyse/analysis.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { incidentUnlikeUsual } from '../../../shared/analyse/views/year/unlike-usual.ts'
import { yearOf, type Year } from '../../../shared/analyse/views/year/year.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { at, day } from '../../time/given.ts'
import { evidenceWith, loggedCall, page, refusal, row, seedEvidence, zoneNamed } from '../build.ts'

function year(evidence: Evidence, zone: string, now: string, end: string | null = null): Year {
  const options = { zone: zoneNamed(zone), rules: DEFAULT_RULES }
  const analysis = analyse(evidence, { now: at(now), ...options })
  const found = yearOf(analysis, end === null ? null : day(end), options.zone)
  if (!found) throw new Error('no year')
  return found
}

const dayIn = ({ days }: Year, name: string) => days.find((each) => each.day === name)
const hourIn = ({ hours }: Year, weekday: number, hour: number) =>
  hours.find((each) => each.weekday === weekday && each.hour === hour)

/** Refused by the 5 h window from one moment to another, looked at all day. */
const blocked = (from: string, to: string) =>
  evidenceWith(
    { errors: [refusal('window_5h', from, { status: 403 })], calls: [loggedCall(to)] },
    page([row(writeInstant(later(at(from), -12 * HOUR)))], later(at(to), 12 * HOUR)),
  )

describe('twelve months', () => {
  it.each([
    ['up to the month of today', '2026-06-20T12:00:00Z', '2025-07-01', '2026-06-30', 365],
    ['with a leap day', '2028-05-01T00:00:00Z', '2027-06-01', '2028-05-31', 366],
  ])('%s', (_, now, first, last, count) => {
    const from = writeInstant(later(at(now), -24 * HOUR))
    const to = writeInstant(later(at(now), -23 * HOUR))
    const { days, ledger } = year(blocked(from, to), 'UTC', now)
    expect([days[0]?.day, days.at(-1)?.day, days.length]).toEqual([first, last, count])
    expect(ledger.months).toHaveLength(12)
  })

  it('up to the newest evidence where all is older than a year', () => {
    const old = blocked('2024-03-02T16:00:00Z', '2024-03-02T17:00:00Z')
    expect(year(old, 'UTC', '2026-06-20T12:00:00Z').last).toBe('2024-03-02')
  })

  it('of the clock that printed the rows while the zone is unknown', () => {
    const found = year(seedEvidence(), 'unknown', '2026-06-20T12:00:00Z')
    expect([found.last, found.zone]).toEqual(['2026-03-02', 'unknown'])
    expect(dayIn(found, '2026-03-02')?.byCause.unknown).toBe(HOUR + 3 * MINUTE + 31_000)
    expect(found.ledger.elsewhere).toBe(1) // the reading of 7 March is known in UTC
  })
})

describe('days', () => {
  it('are of the zone, and say by what they were blocked', () => {
    const evidence = blocked('2026-06-02T21:30:00Z', '2026-06-02T22:30:00Z')
    const found = year(evidence, 'Europe/Berlin', '2026-06-20T12:00:00Z')
    expect(dayIn(found, '2026-06-02')?.byCause).toMatchObject({ quota_5h: 30 * MINUTE, unknown: 0 })
    expect(dayIn(found, '2026-06-03')?.byCause).toMatchObject({ quota_5h: 30 * MINUTE, unknown: 0 })
  })

  it('that nobody looked at have nothing observed, which is not zero', () => {
    const found = year(blocked('2026-06-02T12:00:00Z', '2026-06-02T13:00:00Z'), 'UTC', '2026-06-20T12:00:00Z')
    expect(dayIn(found, '2026-05-01')).toMatchObject({ observedMs: 0, blockedMs: 0, passedMs: 24 * HOUR })
    expect(dayIn(found, '2026-06-25')).toMatchObject({ observedMs: 0, passedMs: 0 })
  })
})

describe('hours of the week', () => {
  it.each([
    ['UTC', 1, 12, HOUR],
    ['Asia/Kathmandu', 1, 17, 15 * MINUTE],
    ['Asia/Kathmandu', 1, 18, 45 * MINUTE],
    ['Pacific/Auckland', 2, 0, HOUR],
  ])('in %s: day %i, %i o’clock', (zone, weekday, hour, ms) => {
    const found = year(blocked('2026-06-02T12:00:00Z', '2026-06-02T13:00:00Z'), zone, '2026-06-20T12:00:00Z')
    expect(hourIn(found, weekday, hour)?.blockedMs).toBe(ms)
    expect(found.hours.reduce((sum, each) => sum + each.blockedMs, 0)).toBe(HOUR)
  })

  it.each([
    ['the hour that does not exist', '2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z', 0],
    ['the hour that comes twice', '2026-10-24T23:00:00Z', '2026-10-25T02:00:00Z', 2 * HOUR],
  ])('%s', (_, from, to, ms) => {
    const found = year(blocked(from, to), 'Europe/Berlin', '2026-11-20T12:00:00Z')
    expect(hourIn(found, 6, 2)?.blockedMs).toBe(ms)
  })
})

describe('the ledger', () => {
  const evidence = evidenceWith(
    blocked('2026-06-02T12:00:00Z', '2026-06-02T13:00:00Z'),
    blocked('2026-06-03T12:00:00Z', '2026-06-03T13:00:00Z'),
    {
      errors: [refusal('rate_or_concurrency', '2026-06-10T12:00:00Z')],
      calls: [loggedCall('2026-06-10T13:00:00Z')],
    },
  )
  const { ledger } = year(evidence, 'UTC', '2026-06-20T12:00:00Z')
  const week = (monday: string) => ledger.weeks.find(({ from }) => from === monday)

  it('counts what is shown, and between none and one what is not', () => {
    expect(week('2026-06-01')?.hits).toMatchObject({
      quota_5h: { least: 2, most: 2 },
      concurrency: { least: 0, most: 0 },
    })
    expect(week('2026-06-08')?.hits).toMatchObject({
      concurrency: { least: 0, most: 1 },
      request_rate: { least: 0, most: 1 },
    })
    expect(week('2026-06-08')?.blocks).toEqual({ least: 1, most: 1 })
  })

  it('says what was looked at of each', () => {
    expect(week('2026-05-18')).toMatchObject({ observedMs: 0, passedMs: 7 * 24 * HOUR })
    expect(week('2026-06-15')?.passedMs).toBe(5.5 * 24 * HOUR)
  })

  it('calls nothing fewer that was looked at less', () => {
    expect(ledger.trend?.quota_5h).toEqual({
      recent: { least: 2, most: 3 }, // nothing rules the window out as what refused on the 10th
      before: { least: 0, most: 0 },
      word: 'open',
    })
  })
})

describe('what was different while blocked', () => {
  const rows = (date: string, count: number, client: string) =>
    Array.from({ length: count }, (_, index) =>
      row(writeInstant(later(at(`${date}T11:55:00Z`), index * 1000)), { userAgent: client, model: 'k3' }),
    )
  /** Blocked on 15 June with so many requests just before, and so many on each of so many other days. */
  const around = (count: number, usual: number, days: number) => {
    const others = Array.from({ length: 28 }, (_, index) => index + 1).filter((date) => date !== 15)
    const dates = others.slice(0, days).map((date) => `2026-06-${String(date).padStart(2, '0')}`)
    const evidence = evidenceWith(
      page(
        [
          row('2026-05-31T00:00:00Z'),
          ...dates.flatMap((date) => rows(date, usual, 'KimiCLI/1.16.0')),
          ...rows('2026-06-15', count, 'KimiCode/1.0'),
          row('2026-06-15T12:00:00Z', { outcome: 'failure', status: 403, statusText: null }),
          row('2026-06-15T12:30:00Z'),
        ],
        at('2026-06-30T00:00:00Z'),
      ),
    )
    const zone = zoneNamed('UTC')
    return analyse(evidence, { now: at('2026-06-30T12:00:00Z'), zone, rules: DEFAULT_RULES })
  }
  const ofYear = (analysis: Analysis) => yearOf(analysis, null, zoneNamed('UTC'))?.unlike
  const ofIncident = (analysis: Analysis) =>
    analysis.report.incidents.map((incident) => incidentUnlikeUsual(analysis, incident, zoneNamed('UTC')))

  it('is counted against the same hours of other days that were looked at', () => {
    const unlike = ofYear(around(6, 6, 6))
    expect(unlike).toMatchObject({ blocks: 1, leftOut: 0, others: 6 })
    expect(unlike?.parts.find(({ name }) => name === 'KimiCode')).toMatchObject({
      blocked: { count: 1, of: 1 },
      usual: { count: 0, of: 6 },
      apart: false,
    })
    expect(unlike?.startsPerMinute).toMatchObject({ blocked: { median: 6 }, usual: { median: 6 } })
  })

  it('is the same of the one block that there is', () => {
    const analysis = around(6, 6, 6)
    expect(ofIncident(analysis)).toEqual([ofYear(analysis)])
  })

  it.each([
    ['more than in each of 14 may be chance', 30, 6, 14, { count: 0, of: 14 }, false],
    ['more than in each of 15 hardly is', 30, 6, 15, { count: 0, of: 15 }, true],
    ['fewer than in each of 15', 6, 30, 15, { count: 15, of: 15 }, true],
    ['as many as in each of 15', 6, 6, 15, { count: 15, of: 15 }, false],
  ])('%s', (_, count, usual, days, asMany, apart) => {
    const [unlike] = ofIncident(around(count, usual, days))
    expect(unlike?.startsPerMinute).toMatchObject({ asMany, apart })
  })

  it('is nothing of a block that nobody looked at before it', () => {
    const analysis = analyse(
      evidenceWith({ errors: [refusal('window_5h', '2026-06-02T12:00:00Z', { status: 403 })] }),
      { now: at('2026-06-20T12:00:00Z'), zone: zoneNamed('UTC'), rules: DEFAULT_RULES },
    )
    expect(ofIncident(analysis)).toMatchObject([{ blocks: 0, leftOut: 1, startsPerMinute: null }])
  })
})
