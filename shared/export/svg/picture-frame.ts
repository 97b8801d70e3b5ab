import type { Lanes } from '../../analyse/views/lanes.ts'
import { formatWall } from '../../time/format.ts'
import { instant } from '../../time/instant.ts'
import { spanLength } from '../../time/span.ts'
import { UNKNOWN_ZONE, UTC, type KnownZone, type Zone } from '../../time/zone.ts'
import type { Wording } from '../../wording/wording.ts'
import type { PictureLook } from './picture-look.ts'

/**
 * What each lane of a picture needs to draw itself. Lengths in pixels of a picture that is 1200 wide:
 *
 *     0        24            176                                            1176   1200
 *     │        │ name of lane │ ── time ──────────────────────────────────▶ │
 */
export interface PictureFrame {
  readonly lanes: Lanes
  readonly wording: Wording
  readonly look: PictureLook
  readonly zone: KnownZone
  /** Where a moment lies. */
  readonly x: (at: number) => number
  /** `16:18` on the clock of the picture. */
  readonly clock: (at: number) => string
}

export const WIDTH = 1200
export const LEFT = 24
export const PLOT_FROM = 176
export const PLOT_TO = 1176

/** A lane that has been drawn, from y = 0 down; whoever stacks them moves them. */
export interface DrawnLane {
  readonly height: number
  readonly name: string
  readonly note?: string
  readonly drawing: string
}

export function pictureFrame(lanes: Lanes, zone: Zone, wording: Wording, look: PictureLook): PictureFrame {
  const known = zone === UNKNOWN_ZONE ? UTC : zone
  const scale = (PLOT_TO - PLOT_FROM) / spanLength(lanes.span)
  return {
    lanes,
    wording,
    look,
    zone: known,
    x: (at) => PLOT_FROM + Math.min(Math.max(at - lanes.span.from, 0), spanLength(lanes.span)) * scale,
    clock: (at) => formatWall(instant(at), known).slice(11, 16),
  }
}
