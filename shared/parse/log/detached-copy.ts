/**
 * A copy of the string that shares no memory with it. Engines represent a slice as a pointer into its parent, and a
 * concatenation as pointers to both halves: one kept word would retain a quarter of a megabyte of log, and a log of 200 MB
 * would never be freed. A round trip through JSON is the one way to get flat characters in every engine.
 */
export function detachedCopy(text: string): string {
  if (text.length < SHORT) return text
  const copy: unknown = JSON.parse(JSON.stringify(text))
  return typeof copy === 'string' ? copy : text
}

/** V8 copies pieces that are shorter than this. */
const SHORT = 13
