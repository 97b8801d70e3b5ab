import { cleanStack, cleanStackOf, framesBelow, type Frames, type Handler } from './clean-stack.ts'
import { bare, missing, type Natives } from './natives.ts'

/** What is done when the page calls, and where frames of ours are known by. */
interface Surroundings {
  readonly natives: Natives
  readonly own: string | null
}

type Trap<Self, Value> = (self: Self, native: () => Value, handler: Handler) => Value

/** Puts ours around a method or a getter: name, length and properties stay its own. */
export function putAround<Self extends object, Value>(
  { natives }: Surroundings,
  holder: Self,
  name: string,
  trap: Trap<Self, Value>,
): void {
  const found: PropertyDescriptor | undefined = natives.getOwnPropertyDescriptor(holder, name)
  if (found === undefined) return // `bytes` is not in every browser
  const around = (call: () => Value): (() => Value) => {
    const apply = (native: () => Value, self: Self, args: []): Value =>
      trap(self, () => natives.apply(native, self, args), apply)
    // no prototype: other traps would be looked up in an Object.prototype that the page may have added to
    return new natives.Proxy(call, bare({ apply }))
  }
  const { enumerable, configurable } = found
  const changed = natives.hasOwn(found, 'get')
    ? { get: around(found.get ?? missing), set: found.set, enumerable, configurable }
    : { value: around(found.value), writable: found.writable, enumerable, configurable }
  natives.defineProperty(holder, name, bare(changed))
}

/** For what answers, or throws, at once. */
export const atOnce =
  <Self extends object, Value>(
    { natives, own }: Surroundings,
    observe: (self: Self) => void,
  ): Trap<Self, Value> =>
  (self, native, handler) => {
    quietly(() => observe(self))
    try {
      return native()
    } catch (error) {
      quietly(() => cleanStackOf(natives, own, error, handler))
      throw error
    }
  }

/** For what gives a promise: only one that is broken from the beginning was made with our frames in its error. */
export const later =
  ({ natives, own }: Surroundings, observe: (self: Response) => void): Trap<Response, Promise<unknown>> =>
  (self, native, handler) => {
    if (canBeRead(natives, self)) {
      quietly(() => observe(self))
      return native()
    }
    let frames: Frames | null = null
    quietly(() => {
      frames = framesBelow(natives, handler)
    })
    return natives.follow(native(), null, (error) => {
      quietly(() => cleanStack(natives, own, error, frames))
      throw error
    })
  }

function canBeRead({ body, bodyUsed, locked }: Natives, response: Response): boolean {
  try {
    const stream = body(response)
    return !bodyUsed(response) && (stream === null || !locked(stream))
  } catch {
    return false // called on something else
  }
}

/** Whatever goes wrong here is none of the page's business. */
export function quietly(run: () => void): void {
  try {
    run()
  } catch {
    // the page goes on as if we were not there; what it shows is read as text where its answers cannot be had
  }
}
