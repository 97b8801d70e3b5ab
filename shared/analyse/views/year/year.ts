import { addMonths, dayOf, startOfMonth, wallDay, type Day } from '../../../time/day.ts'
import { instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import { wallTime } from '../../../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Analysis } from '../../analysis.ts'
import type { Report } from '../../report.ts'
import { edgesOn } from './hits.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { unlikeUsual, type UnlikeUsual } from './unlike-usual.ts'
import { weekHours, type WeekHour } from './week-hours.ts'
import { yearDays, type YearDay } from './year-days.ts'

/** Twelve months at a glance. */
export interface Year {
  /** The last day that counts: today, or the newest day of older evidence. */
  readonly last: Day
  readonly zone: Zone
  readonly days: readonly YearDay[]
  readonly hours: readonly WeekHour[]
  readonly ledger: Ledger
  readonly unlike: UnlikeUsual
}

/**
 * The twelve months up to `end`; without one up to today, or where all evidence is older than that, up to the newest. Null
 * where no evidence has a day on this clock.
 */
export function yearOf(analysis: Analysis, end: Day | null, zone: Zone): Year | null {
  const newest = newestDay(analysis, zone)
  if (newest === null) return null
  const last = end ?? lastDay(newest, analysis.report, zone)
  const days = yearDays(analysis, last, zone)
  const range = span(days[0]?.span.from ?? 0, days.at(-1)?.span.to ?? 0)
  return {
    last,
    zone,
    days,
    hours: weekHours(analysis, range, zone),
    ledger: ledgerOf(analysis, last, zone),
    unlike: unlikeUsual(analysis, range, zone),
  }
}

/** Of times without a zone nobody knows which day is today. */
function lastDay(newest: Day, { now }: Report, zone: Zone): Day {
  if (zone === UNKNOWN_ZONE) return newest
  const today = dayOf(now, zone)
  return newest < startOfMonth(addMonths(today, -11)) ? newest : today
}

function newestDay({ report, derived }: Analysis, zone: Zone): Day | null {
  const isWall = zone === UNKNOWN_ZONE
  const clock = isWall ? 'wall' : 'utc'
  const rows = derived.on(clock).frame.records.at(-1)?.at
  const blocks = report.incidents.flatMap(({ block }) => edgesOn(block, clock)?.from ?? [])
  const read = isWall ? [] : report.readings.map(({ span: { from } }) => from)
  const newest = [...blocks, ...read].reduce((latest, at) => Math.max(latest, at), rows ?? -Infinity)
  if (newest === -Infinity) return null
  return isWall ? wallDay(wallTime(newest)) : dayOf(instant(newest), zone)
}
