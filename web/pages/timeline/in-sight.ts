import { intersectSpans, type Span } from '../../../shared/time/span.ts'

/** The part of an event that is in sight, where its label belongs; all of it where nothing of it is. */
export const inSight = (event: Span, shown: Span): Span => intersectSpans(event, shown) ?? event
