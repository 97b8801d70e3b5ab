import type { Span } from '../../../time/span.ts'

/** Joins neighbours that lie no further apart than `gap`, out of a list sorted by time. */
export function joinNear<Band extends { readonly span: Span }>(
  bands: readonly Band[],
  gap: number,
  asOne: (a: Band, b: Band) => Band,
): readonly Band[] {
  const joined: Band[] = []
  for (const band of bands) {
    const last = joined.at(-1)
    if (last && band.span.from - last.span.to <= gap) joined[joined.length - 1] = asOne(last, band)
    else joined.push(band)
  }
  return joined
}
