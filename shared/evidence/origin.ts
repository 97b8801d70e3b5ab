/** Where a piece of evidence was read: which capture, and the line (`line 3`) or JSON path (`$.requests[0]`) in it. */
export interface Origin {
  readonly capture: string
  readonly at: string
}

/** Both lists without repeats, in a fixed order. */
export function mergeOrigins(a: readonly Origin[], b: readonly Origin[]): readonly Origin[] {
  const [one] = a
  const [other] = b
  // nearly always: a row that two installations saw, half a million times over
  if (one && other && a.length === 1 && b.length === 1) {
    const [key, next] = [keyOf(one), keyOf(other)]
    return key === next ? a : key < next ? [one, other] : [other, one]
  }
  const all = new Map([...a, ...b].map((origin) => [keyOf(origin), origin]))
  return all.size === a.length ? a : [...all.values()].toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1))
}

const keyOf = ({ capture, at }: Origin): string => `${capture} ${at}`
