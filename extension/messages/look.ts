import { z } from '../../shared/parse/zod.ts'

/** How wide a window is: where the pill was dragged on a wide one says nothing of a narrow one. */
export const VIEWPORTS = ['narrow', 'medium', 'wide'] as const
export type Viewport = (typeof VIEWPORTS)[number]

/** Shares of what the window leaves free beside the pill, 0 to 1: (1, 1) is the lower right corner at any size. */
export interface PillPlace {
  readonly x: number
  readonly y: number
}

/** How the reader left the strip. */
export interface Look {
  readonly collapsed: boolean
  /** Null: never moved. */
  readonly place: PillPlace | null
}

const share = z.number().min(0).max(1)

export const lookSchema = z.strictObject({
  collapsed: z.boolean(),
  place: z.strictObject({ x: share, y: share }).nullable(),
})
