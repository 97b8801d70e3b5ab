/** True where two pieces of evidence say the same, whatever the order in which their fields were written. */
export function sameEvidence(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const fields = new Map(Object.entries(a))
  const others = Object.entries(b)
  return (
    fields.size === others.length &&
    others.every(([name, value]) => fields.has(name) && sameEvidence(fields.get(name), value))
  )
}
