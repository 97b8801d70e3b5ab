import { span, widenSpan } from '../../time/span.ts'
import type { Block } from './block.ts'
import { findDatedBlocks } from './dated-blocks.ts'
import { chainsOf, mostOff, type LogClocks, type OffClock } from '../clocks/log-clocks.ts'
import { logOf, timeOf, type Log, type LogEvent } from '../logs/log-events.ts'
import type { Frame } from '../clocks/placed-records.ts'
import { isAboutRefusal, type Refusal } from './refusals.ts'
import type { Rules } from '../rules.ts'
import { successesIn, type Success } from '../logs/successes.ts'

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
  const off = clocks.flatMap((offClock) => {
    const log = logs.find(({ name }) => name === offClock.log)
    return log ? [{ ...log, ...timedBy(offClock, log), clocks: [offClock] }] : []
  })
  return chainsOf(off).flatMap((files) => sameClock(files).flatMap((log) => blocksOf(log, clock, rules)))
}

/** What a log tells by a clock: all of it, or what it tells of the stretch in which the clock is in doubt. */
function timedBy({ during }: OffClock, log: Log): Pick<Log, 'events' | 'from' | 'to'> {
  if (!during) return log
  const events = log.events.filter((event) => {
    const at = timeOf(event)
    return at !== null && at >= during.from && at < during.to
  })
  return { events, from: Math.max(log.from, during.from), to: Math.min(log.to, during.to) }
}

/** A log with the clocks that its files were timed by, of one machine each. */
type OffLog = Log & { readonly clocks: readonly OffClock[] }

/** Files of a chain that were written by one clock, as far as is known, as one. */
function sameClock(files: readonly OffLog[]): readonly OffLog[] {
  const joined: OffLog[] = []
  for (const file of files) {
    const last = joined.at(-1)
    const [before, next] = [last?.clocks.at(-1), file.clocks[0]]
    const isSame =
      before &&
      next &&
      before.during === next.during &&
      before.offset.from <= next.offset.to &&
      before.offset.to >= next.offset.from
    if (last && isSame)
      joined[joined.length - 1] = {
        ...last,
        events: [...last.events, ...file.events],
        to: file.to,
        clocks: [...last.clocks, ...file.clocks],
      }
    else joined.push(file)
  }
  return joined
}

function blocksOf({ events, clocks }: OffLog, clock: Frame['clock'], rules: Rules): readonly Block[] {
  const repeated = new Set(clocks.flatMap((each) => [...(each.repeated ?? [])]))
  const paired = new Set(clocks.flatMap(({ pairs }) => pairs.map(({ event }) => event)))
  const refusals = events.filter(({ id }) => !repeated.has(id)).flatMap(refusalOf)
  const served = successesIn({ clock, records: [] }, events.flatMap(successOf))
  return findDatedBlocks(refusals, served, rules).flatMap((block) => {
    const left = untold(block.refusals, paired)
    const [first, last] = [left[0], left.at(-1)]
    const of = clocks.find(({ log }) => first?.error && logOf(first.error) === log)
    if (!first || !last || !of) return []
    const texts = left.flatMap(({ error }) => (error ? [error] : []))
    return [
      {
        ...block,
        span: widenSpan(span(first.span.from, last.span.to), mostOff(of) + rules.clockSlack),
        refusals: [],
        backAt: null,
        successes: 0,
        within: true,
        offClock: of,
        texts,
        refs: texts.map(({ id }) => id),
      },
    ]
  })
}

/** What a block of rows does not tell already: that which says the same as refusals of it that have a row is of the block, too. */
function untold(refusals: readonly Refusal[], paired: ReadonlySet<string>): readonly Refusal[] {
  const said = new Set(refusals.filter(({ ref }) => paired.has(ref)).map(({ error }) => error?.errorClass))
  return refusals.filter(({ ref, error }) => !paired.has(ref) && !said.has(error?.errorClass))
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
