import { useLayoutEffect, useRef } from 'react'
import { followPalette, readPalette } from '../../../theme/palette.ts'
import type { Stage } from '../stage/stage.ts'
import { brushFor, makePatterns, type Painter } from './brush.ts'

interface LaneCanvasProps {
  readonly stage: Stage
  /** Called for each frame in which something moves; it must be quick, and it keeps nothing. */
  readonly paint: Painter
}

/**
 * A canvas over a lane's track, drawn anew in each frame of a gesture: some hundred bars cost it a millisecond, and they
 * keep their sharp edges, which stretching a picture of them would not. It says nothing to a screen reader; the lane does.
 */
export function LaneCanvas({ stage, paint }: LaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef(paint)
  const redraw = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    const element = canvas.current
    return element ? drawOn(element, stage, painter, redraw) : undefined
  }, [stage])
  useLayoutEffect(() => {
    painter.current = paint
    redraw.current()
  }, [paint])
  return <canvas ref={canvas} className="lane-canvas" aria-hidden="true" />
}

function drawOn(
  canvas: HTMLCanvasElement,
  stage: Stage,
  painter: { readonly current: Painter },
  redraw: { current: () => void },
): (() => void) | undefined {
  const context = canvas.getContext('2d')
  if (!context) return undefined
  let palette = readPalette()
  let scale = 0
  let patterns = makePatterns(context, palette, 1)
  let height = canvas.clientHeight
  const draw = () => {
    const width = stage.width()
    if (window.devicePixelRatio !== scale) {
      scale = window.devicePixelRatio
      patterns = makePatterns(context, palette, scale)
    }
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across
      canvas.height = down
    }
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.clearRect(0, 0, width, height)
    if (width > 0) painter.current(brushFor(context, { width, height }, palette, patterns, stage.view()))
  }
  redraw.current = draw
  const stopFollowing = stage.follow(draw)
  const stopPalette = followPalette(() => {
    palette = readPalette()
    patterns = makePatterns(context, palette, scale)
    draw()
  })
  const observer = new ResizeObserver(() => {
    height = canvas.clientHeight
    draw()
  })
  observer.observe(canvas)
  return () => {
    stopFollowing()
    stopPalette()
    observer.disconnect()
  }
}
