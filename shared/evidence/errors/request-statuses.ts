/**
 * Statuses that speak of the one request, what it asks and how, and not of who asks or how often (docs/kimi.md#error-texts:
 * 400, 404, 499; the others by what HTTP means by them).
 */
export const REQUEST_STATUSES: ReadonlySet<number> = new Set([400, 404, 409, 413, 415, 422, 499])
