import type { View } from '../view/view.ts'

/** Draws a view on a track that is so many CSS pixels wide. Called at most once a frame. */
type Draw = (view: View, width: number) => void

/**
 * What is in sight at this very moment. A gesture moves it sixty times a second, far too often for React to draw
 * everything anew: layers follow it by hand, and only where it comes to rest is said to `settle`.
 */
export interface Stage {
  readonly view: () => View
  readonly width: () => number
  /** True from the first move of a gesture until it has settled. */
  readonly isMoving: () => boolean
  /** A gesture's next view. */
  readonly move: (view: View) => void
  /** Goes there at once, without a gesture: what the address says. */
  readonly place: (view: View) => void
  readonly resize: (width: number) => void
  /** Calls at once, and in each frame in which something has moved. Returns how to stop. */
  readonly follow: (draw: Draw) => () => void
  /** Ends a gesture now rather than when it has rested. */
  readonly settle: () => void
  /** Says where a gesture has come to rest. Returns how to stop. */
  readonly whenSettled: (settled: (view: View) => void) => () => void
  /** Says when a gesture begins and when it is over. Returns how to stop. */
  readonly whenMoving: (moving: (moving: boolean) => void) => () => void
  readonly stop: () => void
}

/** A gesture that rests for so long is over: longer than between two clicks of a wheel, shorter than anybody waits. */
const REST = 160

/** A stage that shows a view, in a browser window. */
export function createStage(first: View): Stage {
  let view = first
  let width = 0
  let moving = false
  let frame: number | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  const followers = createListeners<Parameters<Draw>>()
  const whenSettled = createListeners<[view: View]>()
  const whenMoving = createListeners<[moving: boolean]>()

  const drawSoon = () => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      followers.tell(view, width)
    })
  }
  const setMoving = (next: boolean) => {
    if (next === moving) return
    moving = next
    whenMoving.tell(moving)
  }
  const settle = () => {
    clearTimeout(rest)
    if (!moving) return
    setMoving(false)
    whenSettled.tell(view)
  }
  return {
    view: () => view,
    width: () => width,
    isMoving: () => moving,
    move: (next) => {
      view = next
      setMoving(true)
      clearTimeout(rest)
      rest = setTimeout(settle, REST)
      drawSoon()
    },
    place: (next) => {
      if (moving || (next.from === view.from && next.to === view.to)) return
      view = next
      drawSoon()
    },
    resize: (next) => {
      if (next !== width) drawSoon()
      width = next
    },
    follow: (draw) => {
      draw(view, width)
      return followers.add(draw)
    },
    settle,
    whenSettled: whenSettled.add,
    whenMoving: whenMoving.add,
    stop: () => {
      clearTimeout(rest)
      if (frame !== null) cancelAnimationFrame(frame)
      frame = null
    },
  }
}

function createListeners<Told extends readonly unknown[]>() {
  const listeners = new Set<(...told: Told) => void>()
  return {
    tell: (...told: Told) => {
      for (const listener of listeners) listener(...told)
    },
    /** Returns how to stop. */
    add: (listener: (...told: Told) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
