import { intersectSpans, type Span } from '../../../../shared/time/span.ts'
import { bandLabels, type BandLabel } from '../blocks/band-labels.ts'
import { shareOf } from '../share-of.ts'

/** A band and what could be written on it, the first text that fits. */
export interface BandToLabel {
  readonly span: Span
  readonly texts: readonly string[]
  /** It is drawn this wide at least, in CSS pixels. */
  readonly least?: number
}

export interface SightLabel extends BandLabel {
  /** How far into the band the label begins, since the band may begin out of sight. In CSS pixels. */
  readonly offset: number
}

/**
 * Labels for bands of which more is drawn than is in sight: each lies where it can be read, and none sticks out at the
 * edges. Bands out of sight have none until they come into it.
 *
 *     drawn      ├────────────────────────────────────────────┤
 *     in sight              ├──────────────────┤
 *     band          ▨▨▨▨▨▨▨▨ Blocked ▨▨▨▨▨
 */
export function sightLabels(
  bands: readonly BandToLabel[],
  drawn: Span,
  shown: Span,
  drawnWidth: number,
): readonly (SightLabel | null)[] {
  const pixel = (at: number) => (shareOf(at, drawn) / 100) * drawnWidth
  const left = pixel(shown.from)
  const placed = bands.map(({ span, texts, least = 0 }) => {
    const seen = intersectSpans(span, shown)
    if (!seen) return null
    const from = pixel(seen.from) - left
    const to = Math.max(pixel(seen.to) - left, from + least)
    return { from, to, texts, offset: pixel(seen.from) - pixel(Math.max(span.from, drawn.from)) }
  })
  const inSight = placed.filter((each) => each !== null)
  const labels = bandLabels(inSight, pixel(shown.to) - left)
  let next = 0
  return placed.map((each) => {
    if (!each) return null
    const label = labels[next]
    next += 1
    return label ? { ...label, offset: each.offset } : null
  })
}
