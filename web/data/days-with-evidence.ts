import { daysOf } from '../../shared/analyse/views/days.ts'
import { placeWhen } from '../../shared/evidence/local-time.ts'
import { addDays, wallDay, type Day } from '../../shared/time/day.ts'
import { dayInFrame, frameOf, type ClockKind } from './frame.ts'
import type { Known } from './questions/question.ts'

/** The days that have something to show on a clock, ascending: rows, readings, and blocks from first to last day. */
export function daysWithEvidence({ evidence, report, derived }: Known, clock: ClockKind): readonly Day[] {
  const frame = frameOf(report.zone, clock)
  const days = new Set(daysOf(derived.on(clock).rows, frame.zone))
  if (clock === 'wall') {
    for (const { block } of report.incidents)
      if (!block.span && block.local) addRange(days, wallDay(block.local.from), wallDay(block.local.to))
    return [...days].toSorted()
  }
  for (const { span } of report.readings)
    addRange(days, dayInFrame(span.from, frame), dayInFrame(span.to - 1, frame))
  for (const { block } of report.incidents)
    if (block.span) addRange(days, dayInFrame(block.span.from, frame), dayInFrame(block.span.to - 1, frame))
  for (const error of evidence.errors) {
    const when = placeWhen(error.when, report.zone)
    if (when.kind === 'span') days.add(dayInFrame(when.span.from, frame))
  }
  return [...days].toSorted()
}

/** A block that lasts for weeks would fill a calendar; its first days say enough. */
const LONGEST = 14

function addRange(days: Set<Day>, first: Day, last: Day): void {
  let day = first
  for (let n = 0; n < LONGEST && day <= last; n += 1) {
    days.add(day)
    day = addDays(day, 1)
  }
}
