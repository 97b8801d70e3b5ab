/**
 * How much is taken from one tab on one day of UTC. A console that is read as often as the recorder ever reads stays below
 * half of each; a page that gives more is no console, or one that has run wild, and would fill the disk of whoever keeps it.
 *
 * - `characters`: a page of history is about 46,000 (docs/kimi.md#history), all other answers together less than 30,000;
 *   1,440 times a day these are 110 million.
 * - `rows`: 100 a page, 1,440 times, are 144,000; most of them have been seen before.
 * - `rejects`: what cannot be read, one object each. A service that has changed makes the same ones with every page, and
 *   the first few hundred tell all that is to be told.
 */
export const PAGE_LIMITS = { characters: 250_000_000, rows: 300_000, rejects: 1_000 } as const
export type PageLimit = keyof typeof PAGE_LIMITS
