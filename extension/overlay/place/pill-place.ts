import type { PillPlace } from '../../messages/look.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A rectangle of the window, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Distance that the pill keeps from the edges of the window, in CSS pixels. */
export const MARGIN = 12

export const LOWER_RIGHT: PillPlace = { x: 1, y: 1 }

const STEPS = [0, 0.25, 0.5, 0.75, 1] as const
const SPOTS: readonly PillPlace[] = STEPS.flatMap((y) => STEPS.map((x) => ({ x, y })))

/**
 * Where the pill stands: where it was left, if that covers none of the boxes, else at the nearest spot of the window that
 * does not; null where every spot does.
 *
 *     ·─────·─────·        spots: quarters of what the window leaves free
 *     │ ┌───────┐ │        boxes: the table and its pager
 *     · │ table │ ·
 *     │ └───────┘ │
 *     ·─────·─────◉        left here
 */
export function placePill(
  wanted: PillPlace,
  pill: Size,
  viewport: Size,
  boxes: readonly Box[],
): PillPlace | null {
  const distance = (spot: PillPlace) =>
    Math.hypot(
      (spot.x - wanted.x) * (viewport.width - pill.width),
      (spot.y - wanted.y) * (viewport.height - pill.height),
    )
  const spots = [wanted, ...SPOTS.toSorted((a, b) => distance(a) - distance(b))]
  return spots.find((spot) => !boxes.some((box) => meet(boxAt(spot, pill, viewport), box))) ?? null
}

/** The pill's box at a place: always whole within the window, however small that is. */
export function boxAt({ x, y }: PillPlace, pill: Size, viewport: Size): Box {
  const left = MARGIN + x * Math.max(0, viewport.width - pill.width - 2 * MARGIN)
  const top = MARGIN + y * Math.max(0, viewport.height - pill.height - 2 * MARGIN)
  return { left, top, right: left + pill.width, bottom: top + pill.height }
}

/** The place of a pill whose upper left corner is there, moved into the window where it would leave it. */
export function placeOf(corner: { left: number; top: number }, pill: Size, viewport: Size): PillPlace {
  const share = (at: number, free: number) => (free <= 0 ? 1 : clamp((at - MARGIN) / free))
  return {
    x: share(corner.left, viewport.width - pill.width - 2 * MARGIN),
    y: share(corner.top, viewport.height - pill.height - 2 * MARGIN),
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
