/** Where a piece of evidence was read: which capture, and the line (`line 3`) or JSON path (`$.requests[0]`) in it. */
export interface Origin {
  readonly capture: string
  readonly at: string
}

/** Both lists without repeats, in a fixed order. */
export function mergeOrigins(a: readonly Origin[], b: readonly Origin[]): readonly Origin[] {
  const key = (origin: Origin) => `${origin.capture} ${origin.at}`
  const all = new Map([...a, ...b].map((origin) => [key(origin), origin]))
  return all.size === a.length ? a : [...all.values()].toSorted((x, y) => (key(x) < key(y) ? -1 : 1))
}
