/**
 * Lists show a part of themselves at a time. Joins what is in sight now to what was seen before; null where the two do
 * not touch, since nobody knows what lies between.
 *
 *     known   a b c d e            known   a b c
 *     seen          d e f g        seen            f g h
 *     joined  a b c d e f g        null
 */
export function joinSights(known: readonly string[], seen: readonly string[]): readonly string[] | null {
  for (const shift of shiftsByOverlap(known.length, seen.length)) {
    const from = Math.max(0, shift)
    const both = known.slice(from, shift + seen.length)
    if (both.some((line, index) => seen[from - shift + index] !== line)) continue
    if (!cannotBeChance(both, seen)) continue
    return [...seen.slice(0, Math.max(0, -shift)), ...known, ...seen.slice(known.length - shift)]
  }
  return null
}

/** By how much the second may lie behind the first; where they have most in common first. */
function shiftsByOverlap(known: number, seen: number): readonly number[] {
  const overlap = (shift: number) => Math.min(known, shift + seen) - Math.max(0, shift)
  const shifts = Array.from({ length: known + seen - 1 }, (_, index) => index + 1 - seen)
  return shifts.toSorted((a, b) => overlap(b) - overlap(a) || a - b)
}

/**
 * One id is enough; rows without ids look alike, so three in a row have to agree, and not all the same
 * (docs/verdicts.md#rows).
 */
function cannotBeChance(both: readonly string[], seen: readonly string[]): boolean {
  if (both.length === 0) return false
  if (both.some((line) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\t/i.test(line))) return true
  return both.length === seen.length || (both.length >= 3 && new Set(both).size > 1)
}
