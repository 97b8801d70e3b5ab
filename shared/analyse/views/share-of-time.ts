import type { Refusal } from '../blocks/refusals.ts'

/** For how much of the time until `end` refusals of a kind stand: each until the next one. 0 to 1. */
export function shareOfTime(
  refusals: readonly Refusal[],
  end: number,
  isKind: (refusal: Refusal) => boolean,
): number {
  let [same, all] = [0, 0]
  for (const [index, refusal] of refusals.entries()) {
    const time = Math.max((refusals[index + 1]?.span.from ?? end) - refusal.span.from, 1)
    all += time
    if (isKind(refusal)) same += time
  }
  return all === 0 ? 0 : same / all
}
