/**
 * The same text with memory of its own. Engines cut a piece out of a text by pointing into it, and put texts together by
 * pointing at both: one kept word would keep a quarter of a megabyte of log alive, and a log of 200 MB would never leave
 * memory. Writing and reading it as JSON is the one way that gives plain characters in every engine.
 */
export function ownCopy(text: string): string {
  if (text.length < SHORT) return text
  const copy: unknown = JSON.parse(JSON.stringify(text))
  return typeof copy === 'string' ? copy : text
}

/** V8 copies pieces that are shorter than this. */
const SHORT = 13
