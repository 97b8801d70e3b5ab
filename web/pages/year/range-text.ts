import type { CountRange } from '../../../shared/analyse/views/year/hits.ts'

/** `2`, or `1–3` where evidence leaves it open. */
export const rangeText = ({ least, most }: CountRange): string =>
  least === most ? String(least) : `${least}–${most}`
