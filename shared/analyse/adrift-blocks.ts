import { span, widenSpan } from '../time/span.ts'
import { refusedSpan, type Block } from './block.ts'
import { findDatedBlocks } from './dated-blocks.ts'
import { mostOff, type LogClocks } from './log-clocks.ts'
import { timeOf, type Log, type LogEvent } from './log-events.ts'
import type { Frame } from './placed-records.ts'
import { isAboutRefusal, type Refusal } from './refusals.ts'
import type { Rules } from './rules.ts'
import { successesIn, type Success } from './successes.ts'

/**
 * Blocks that only the texts of a log tell of whose clock is off. The log's own order still says which refusals are one
 * block; on the service's clock each is only known to lie within what the clock is off by (docs/verdicts.md#times:
 * widened, never shifted).
 *
 *     by the log          ✗✗ ✗    ok
 *     known to lie  ├───────────────────┤
 */
export function findAdriftBlocks(
  logs: readonly Log[],
  { off: clocks }: LogClocks,
  { clock }: Frame,
  rules: Rules,
): readonly Block[] {
  return clocks.flatMap((offClock) => {
    const events = logs.find(({ name }) => name === offClock.log)?.events ?? []
    const paired = new Set(offClock.pairs.map(({ event }) => event))
    const refusals = events.flatMap((event) => (paired.has(event.id) ? [] : refusalOf(event)))
    const served = successesIn({ clock, records: [] }, events.flatMap(successOf))
    const off = mostOff(offClock) + rules.clockSlack
    return findDatedBlocks(refusals, served, rules).map((block): Block => ({
      ...block,
      span: widenSpan(refusedSpan(block), off),
      refusals: [],
      backAt: null,
      successes: 0,
      within: true,
      offClock,
      refs: block.texts.map(({ id }) => id),
    }))
  })
}

function refusalOf(event: LogEvent): readonly Refusal[] {
  const { id, error } = event
  const at = timeOf(event)
  if (at === null || !error || !isAboutRefusal(error)) return []
  return [{ span: span(at, at + 1), error, status: error.status, ref: id, confirmed: false }]
}

function successOf(event: LogEvent): readonly Success[] {
  const at = timeOf(event)
  return at === null || event.failed ? [] : [{ at, ref: event.id }]
}
