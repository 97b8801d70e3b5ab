import { span, widenSpan, type Span } from '../../time/span.ts'
import type { Block } from '../blocks/block.ts'
import type { GridViews } from './grid-views.ts'
import { segmentsAround } from '../readings/meter-index.ts'
import { rowsCountedFor } from '../readings/reset-since.ts'
import type { Successes } from '../logs/successes.ts'
import { USED_WINDOWS } from '../views/meter-use.ts'
import type { Rules } from '../rules.ts'

/**
 * The time whose rows and coverage can have a say in the verdicts on a block: as far as a call in flight with a refusal
 * may reach (facts/concurrency.ts), and where a meter was full, from when it was first read so to the end of its segment
 * (facts/refuses-when-full.ts asks whether anything succeeded there), and whatever is counted to tell whether a meter was reset
 * out of turn (readings/reset-since.ts).
 *
 *     meter full         ├──────────────────────────────┤ reset
 *     block                      ├────┤
 *     looked at          ├──────────────────────────────┤
 */
export function rowsLookedAt(block: Block, { views }: GridViews, successes: Successes, rules: Rules): Span {
  const around = views.flatMap(({ meters }) =>
    USED_WINDOWS.flatMap((window) => segmentsAround(meters[window], block.span)),
  )
  let from: number = block.span.from
  let to: number = block.span.to
  for (const refusal of block.refusals) to = Math.max(to, refusal.span.to)
  for (const group of around) {
    const counted = rowsCountedFor({ block, successes, rules }, group)
    from = Math.min(from, counted?.from ?? from)
    to = Math.max(to, counted?.to ?? to)
    if (group.peak.used < rules.fullMeterPercent) continue
    const first = group.readings.find(({ used }) => used >= rules.fullMeterPercent)
    from = Math.min(from, first?.reading.span.from ?? from)
    for (const { segment } of group.readings) to = Math.max(to, segment.to)
  }
  return widenSpan(span(from, to), rules.longestCall)
}
