import type { Observer } from '../observe/observer.ts'
import type { World } from '../world/run.ts'

/** From the first to the last refusal that an observer could know of; null where there is none. */
export function refusedWithin(
  { calls }: World,
  { until }: Pick<Observer, 'until'>,
): { readonly from: number; readonly to: number } | null {
  const refused = calls.filter(({ refusal, end }) => refusal && end <= until)
  const [first, last] = [refused[0], refused.at(-1)]
  return first && last ? { from: first.start, to: last.end } : null
}
