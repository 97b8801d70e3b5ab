import { spanInFrame } from '../../../../shared/analyse/clocks/placed-records.ts'
import type { BlockedWindow } from '../../../../shared/analyse/report.ts'
import type { Mark } from '../../../../shared/evidence/kinds/mark.ts'
import { HOUR } from '../../../../shared/time/duration.ts'
import { span, spansOverlap, widenSpan, type Span } from '../../../../shared/time/span.ts'
import type { Zone } from '../../../../shared/time/zone.ts'

/** As far as a mark of subagents reaches in a claim (claimed-only-with.ts). */
const NEAR = 12 * HOUR

/** The marks within half a day of a block, on a clock that both are known on, in the order of time. */
export function marksNear(marks: readonly Mark[], block: BlockedWindow, zone: Zone): readonly Mark[] {
  const clock = block.span ? 'utc' : 'wall'
  const whole = block.span ?? (block.local ? span(block.local.from, block.local.to) : null)
  if (!whole) return []
  const near = widenSpan(whole, NEAR)
  return marks
    .flatMap((mark): { mark: Mark; range: Span }[] => {
      const range = spanInFrame(mark.when, clock, zone)
      return range && spansOverlap(near, range) ? [{ mark, range }] : []
    })
    .toSorted((a, b) => a.range.from - b.range.from || (a.mark.id < b.mark.id ? -1 : 1))
    .map(({ mark }) => mark)
}
