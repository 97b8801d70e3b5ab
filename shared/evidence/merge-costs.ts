import { MINUTE } from '../time/duration.ts'
import type { CallCost } from './kinds/call-cost.ts'
import { groupBy } from './group-by.ts'
import { mergeOrigins } from './origin.ts'

/**
 * The membership page prints an action to the minute, the service behind it states its moment: the same action where that
 * lies in the minute, product and share agreeing as far as they were printed. Matched one to one, in the order of time and
 * id, so that the result is the multiset maximum of both, as with rows of the history:
 *
 *     service   0.14 %  0.14 %
 *     page      0.14 %  0.14 %  0.14 %      in that minute     →   three actions
 *
 * A zone-less time of a page matches nothing until its zone is known.
 */
export function absorbPrintedCosts(costs: readonly CallCost[]): readonly CallCost[] {
  const printed = costs.filter(isPrinted)
  if (printed.length === 0 || printed.length === costs.length) return costs
  const stated = groupBy(costs.filter((cost) => !isPrinted(cost)).toSorted(byTime), ({ when, product }) =>
    keyOf(when.kind === 'span' ? when.span.from : null, product),
  )
  const absorbed = new Map<string, CallCost>()
  const gone = new Set<string>()
  for (const row of printed.toSorted(byTime)) {
    const twin = candidates(row, stated).find((each) => !absorbed.has(each.id) && isSameShare(row, each))
    if (!twin) continue
    absorbed.set(twin.id, { ...twin, origins: mergeOrigins(twin.origins, row.origins) })
    gone.add(row.id)
  }
  if (gone.size === 0) return costs
  return costs.filter(({ id }) => !gone.has(id)).map((cost) => absorbed.get(cost.id) ?? cost)
}

const isPrinted = ({ when }: CallCost): boolean =>
  when.kind !== 'span' || when.span.to - when.span.from >= MINUTE

const keyOf = (at: number | null, product: string): string =>
  `${at === null ? '' : Math.floor(at / MINUTE)} ${product}`

/** Offsets are whole minutes; a minute that occurs twice has a span that covers both, so it counts as two minutes. */
function candidates(
  { when, product }: CallCost,
  stated: ReadonlyMap<string, readonly CallCost[]>,
): readonly CallCost[] {
  if (when.kind !== 'span') return []
  const first = stated.get(keyOf(when.span.from, product)) ?? []
  const last = when.ambiguous ? (stated.get(keyOf(when.span.to - MINUTE, product)) ?? []) : []
  return [...first, ...last]
}

/** Whether the page rounds or truncates is unknown: shares match if they differ by less than its last digit. */
const isSameShare = (row: CallCost, { percent }: CallCost): boolean =>
  row.below ? percent < row.percent : Math.abs(percent - row.percent) < row.resolution - 1e-9

const byTime = (a: CallCost, b: CallCost): number => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)

const startOf = ({ when }: CallCost): number => (when.kind === 'span' ? when.span.from : 0)
