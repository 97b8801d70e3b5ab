import { instant, type Instant } from './instant.ts'

// Wed, 21 Oct 2026 07:28:00 GMT (RFC 9110, 5.6.7; its two obsolete forms are not read)
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/** Parses an HTTP date header; null if it is not one. */
export function readHttpDate(text: string): Instant | null {
  if (!HTTP_DATE.test(text.trim())) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instant(ms)
}
