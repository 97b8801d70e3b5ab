import { spanLength, type Span } from '../../../shared/time/span.ts'

/** Where in a range a moment lies, in percent of its length. */
export const shareOf = (at: number, range: Span): number => ((at - range.from) / spanLength(range)) * 100
