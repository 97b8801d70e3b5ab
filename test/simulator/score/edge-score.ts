import type { Observed } from '../observe/observe.ts'
import type { Observer } from '../observe/observer.ts'
import type { TrueBlock } from '../truth.ts'
import type { Call } from '../world/call.ts'
import { holdsCall, type PlacedIncident } from './place-incident.ts'

/**
 * Whether the edges of incidents lie where an observer could see them: it begins at the first refusal that it holds and
 * that was shown, and ends no sooner than the last of them and no later than the first success shown after it.
 */
export function edgeFaults(
  placed: readonly PlacedIncident[],
  blocks: readonly TrueBlock[],
  calls: readonly Call[],
  observer: Observer,
  { shownRefusals, successRows, loggedSuccesses }: Observed,
  resolution: number,
): { readonly looked: number; readonly off: readonly string[] } {
  const shown = blocks.flatMap(({ refused }) => refused.filter(({ number }) => shownRefusals.has(number)))
  let looked = 0
  const off: string[] = []
  for (const each of placed) {
    const held = shown
      .filter((call) => holdsCall(each, call, resolution))
      .toSorted((a, b) => a.start - b.start)
    const [first] = held
    const last = held.at(-1)
    if (!first || !last) continue
    looked += 1
    // without a zone, rows end only what rows began
    const rowsCount = observer.clock !== 'wall_zone_unknown' || each.incident.block.span === null
    const back = calls.find(
      ({ number, start }) =>
        start > last.end + resolution &&
        ((rowsCount && successRows.has(number)) || loggedSuccesses.has(number)),
    )
    const latest = back ? Math.max(back.end, last.end) : observer.until
    const seconds = (ms: number) => `${Math.round(ms / 1000)} s`
    if (each.from < first.start - resolution || each.from > first.end + resolution)
      off.push(`begins ${seconds(each.from - first.start)} after the first refusal shown`)
    else if (each.to < last.start - resolution || each.to > latest + resolution)
      off.push(
        `ends ${seconds(each.to - last.end)} after the last refusal, ${seconds(each.to - latest)} after the latest that could be seen`,
      )
  }
  return { looked, off }
}
