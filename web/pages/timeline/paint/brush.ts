import type { Palette } from '../../../theme/palette.ts'
import { lengthOf, type View } from '../view/view.ts'

/** What a lane draws with: a canvas of CSS pixels, the colours, and where a moment lies on it. */
export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly palette: Palette
  readonly hatch: CanvasPattern | string
  readonly dots: CanvasPattern | string
  readonly view: View
  /** CSS pixels from the left. */
  readonly x: (at: number) => number
}

export type Painter = (brush: Brush) => void

/** Patterns are made once for a canvas and a palette: making one is dearer than drawing a lane. */
export interface Patterns {
  readonly hatch: CanvasPattern | string
  readonly dots: CanvasPattern | string
}

/**
 * A small picture that repeats, in device pixels so that it stays sharp. Null where the browser has no memory left for
 * one: then a plain colour takes its place, rather than the page failing.
 */
function tile(
  context: CanvasRenderingContext2D,
  size: number,
  scale: number,
  draw: (tile: CanvasRenderingContext2D) => void,
): CanvasPattern | null {
  const canvas = document.createElement('canvas')
  const side = Math.max(1, Math.round(size * scale))
  canvas.width = side
  canvas.height = side
  const own = canvas.getContext('2d')
  if (!own) return null
  own.scale(side / size, side / size)
  draw(own)
  try {
    const pattern = context.createPattern(canvas, 'repeat')
    pattern?.setTransform(new DOMMatrix().scale(size / side, size / side))
    return pattern
  } catch (error) {
    // Chromium says "the canvas height is 0" of one that it could not allocate.
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Failed is hatched, not looked at is dotted: they are told apart without their colours. */
export function makePatterns(
  context: CanvasRenderingContext2D,
  { danger, surface, edge }: Palette,
  scale: number,
): Patterns {
  const hatch = tile(context, 4, scale, (own) => {
    own.fillStyle = surface
    own.fillRect(0, 0, 4, 4)
    own.strokeStyle = danger
    own.lineWidth = 1.6
    own.beginPath()
    for (const at of [-4, 0, 4]) {
      own.moveTo(at, 4)
      own.lineTo(at + 4, 0)
    }
    own.stroke()
  })
  const dots = tile(context, 6, scale, (own) => {
    own.fillStyle = edge
    own.globalAlpha = 0.55
    own.beginPath()
    own.arc(3, 3, 0.7, 0, 2 * Math.PI)
    own.fill()
  })
  return { hatch: hatch ?? danger, dots: dots ?? edge }
}

export const brushFor = (
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  palette: Palette,
  patterns: Patterns,
  view: View,
): Brush => {
  const scale = size.width / lengthOf(view)
  return { context, ...size, palette, ...patterns, view, x: (at) => (at - view.from) * scale }
}

/** Fills a path. */
export function fillPath(
  context: CanvasRenderingContext2D,
  style: string | CanvasPattern | CanvasGradient,
  path: Path2D,
): void {
  context.fillStyle = style
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  context.fill(path)
}
