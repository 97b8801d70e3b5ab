import { bare, type Natives } from './natives.ts'

/** What every frame of this script has in its line of a stack; null where the browser does not tell. */
export function ownAddress({ Error, indexOf, slice }: Natives): string | null {
  const { stack } = new Error()
  if (typeof stack !== 'string') return null
  const from = indexOf(stack, '-extension://')
  const to = indexOf(stack, '.js', from)
  return from === -1 || to === -1 ? null : slice(stack, from, to)
}

/** A function that the browser calls in the place of one of its own. */
export type Handler = (...args: never[]) => unknown

/** A stack of its own, which is made when it is asked for. */
export interface Frames {
  readonly stack?: unknown
}

/**
 * The frames below a handler of ours that is running: those that are there without us, and as many of them. Null where the
 * browser cannot tell.
 */
export function framesBelow({ captureStackTrace }: Natives, handler: Handler): Frames | null {
  if (captureStackTrace === undefined) return null
  const frames: Frames = bare({})
  captureStackTrace(frames, handler)
  return frames
}

/** Where the frames of a stack begin, behind what the error says. */
const FIRST = '\n    at '

/** Gives what the browser threw in a call of the page the stack that it would have without us. */
export function cleanStack(
  natives: Natives,
  own: string | null,
  error: unknown,
  frames: Frames | null,
): void {
  const { hasOwn, indexOf, slice, setPrototypeOf } = natives
  if (own === null || typeof error !== 'object' || error === null || !('stack' in error)) return
  if (!hasOwn(error, 'stack')) return
  if (pageMakesStacks(natives)) {
    if (frames === null) return
    setPrototypeOf(frames, error) // its name and message are asked for
    error.stack = frames.stack
    return
  }
  const { stack } = error
  if (typeof stack !== 'string' || indexOf(stack, own) === -1) return
  const below = frames?.stack
  if (typeof below !== 'string') error.stack = withoutOwn(natives, own, stack)
  else {
    const first = indexOf(below, FIRST)
    error.stack = slice(stack, 0, indexOf(stack, FIRST)) + (first === -1 ? '' : slice(below, first))
  }
}

/** The same for what was thrown just now, by a handler that is still running. */
export function cleanStackOf(natives: Natives, own: string | null, error: unknown, handler: Handler): void {
  const { captureStackTrace, hasOwn } = natives
  const isObject = typeof error === 'object' && error !== null
  if (isObject && captureStackTrace && pageMakesStacks(natives)) {
    // made when the page asks for it, as before
    if (hasOwn(error, 'stack')) captureStackTrace(error, handler)
  } else cleanStack(natives, own, error, framesBelow(natives, handler))
}

const pageMakesStacks = ({ get, Error }: Natives): boolean =>
  typeof get(Error, 'prepareStackTrace') === 'function'

/** Shorter than it would be: of a deep stack the browser keeps the first lines only. */
function withoutOwn({ indexOf, slice }: Natives, own: string, stack: string): string {
  let kept = ''
  for (let from = 0; from < stack.length;) {
    const end = indexOf(stack, '\n', from)
    const to = end === -1 ? stack.length : end
    const line = slice(stack, from, to)
    if (indexOf(line, own) === -1) kept += (from === 0 ? '' : '\n') + line
    from = to + 1
  }
  return kept
}
