import { addDays, addMonths, startOfMonth, type Day } from '../../../time/day.ts'
import { span, type Span } from '../../../time/span.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import type { Analysis } from '../../analysis.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { Cause, Report } from '../../report.ts'
import { summariesOf, type StretchSummary } from '../stretch-summary.ts'
import { lengthWithin } from '../../blocks/tally.ts'
import { byCause } from './by-cause.ts'
import { edgesOn } from './hits.ts'

/** A day of the year: how long requests were refused, and by what. */
export interface YearDay extends StretchSummary {
  readonly day: Day
  /** Of `blockedMs`, by the one cause that is shown; `unknown` where none is. */
  readonly byCause: Readonly<Record<Cause | 'unknown', number>>
}

/** Every day of the twelve months up to the month of `last`. */
export function yearDays(analysis: Analysis, last: Day, zone: Zone): readonly YearDay[] {
  const clock = zone === UNKNOWN_ZONE ? 'wall' : 'utc'
  const spans = blockedBy(analysis.report, clock)
  const days = summariesOf(
    analysis,
    daysUntil(last).map((day) => ({ kind: 'day', day })),
    zone,
  )
  return days.flatMap((summary) =>
    summary.stretch.kind === 'day'
      ? [
          {
            ...summary,
            day: summary.stretch.day,
            byCause: {
              ...byCause((cause) => lengthWithin(spans[cause], summary.span)),
              unknown: lengthWithin(spans.unknown, summary.span),
            },
          },
        ]
      : [],
  )
}

function daysUntil(last: Day): readonly Day[] {
  const end = addMonths(startOfMonth(last), 1)
  const days: Day[] = []
  for (let day = startOfMonth(addMonths(last, -11)); day < end; day = addDays(day, 1)) days.push(day)
  return days
}

/** What each cause refused, by the parts of incidents that have a length of their own. */
function blockedBy(
  { incidents }: Report,
  clock: Frame['clock'],
): Readonly<Record<Cause | 'unknown', readonly Span[]>> {
  const parts = incidents.flatMap(({ block, parts: some }) => (block.within ? [] : some))
  const of = (leading: Cause | 'unknown') =>
    parts.flatMap((part) => {
      const edges = part.leading === leading ? edgesOn(part, clock) : null
      return edges ? [span(edges.from, edges.to)] : []
    })
  return { ...byCause(of), unknown: of('unknown') }
}
