import { cleanStack, ownAddress } from './hook/clean-stack.ts'
import { bare, missing, takeNatives } from './hook/natives.ts'
import { createObserver } from './hook/observe.ts'

/*
 * Runs in the page's own world, before its scripts. It sees the answers to the listed read calls when the page reads them,
 * copies their text, and hands it over; it parses nothing, opens no header, keeps nothing, and calls nothing by itself.
 *
 *     fetch(…) ──▶ Response ──▶ response.json()              ours: a copy first, then the browser's own
 *     new XMLHttpRequest(), open, send ──▶ request.response
 *
 * What asks stays as the browser made it: it runs scripts of the page (conversions of arguments, listeners), and what they
 * see of the stack must have no frame of ours in it. Only what reads an answer is wrapped. There no script of the page
 * runs, and what the browser throws is cleaned before the page sees it.
 */
function hook(): void {
  const natives = takeNatives()
  const own = ownAddress(natives)
  const { response: observeResponse, request: observeRequest, sameAnswer } = createObserver(natives)

  type Trap<Self, Value> = (self: Self, native: () => Value) => Value

  /** Puts ours around a method or a getter: name, length and properties stay its own. */
  const put = <Self extends object, Value>(holder: Self, name: string, trap: Trap<Self, Value>): void => {
    const found: PropertyDescriptor | undefined = natives.getOwnPropertyDescriptor(holder, name)
    if (found === undefined) return // `bytes` is not in every browser
    const around = (call: () => Value): (() => Value) =>
      new natives.Proxy(
        call,
        // no prototype: other traps would be looked up in an Object.prototype that the page may have added to
        bare({
          apply: (native: () => Value, self: Self, args: []) =>
            trap(self, () => natives.apply(native, self, args)),
        }),
      )
    const { enumerable, configurable } = found
    const changed = natives.hasOwn(found, 'get')
      ? { get: around(found.get ?? missing), set: found.set, enumerable, configurable }
      : { value: around(found.value), writable: found.writable, enumerable, configurable }
    natives.defineProperty(holder, name, bare(changed))
  }
  /** For what answers, or throws, at once. */
  const atOnce =
    <Self extends object, Value>(observe: (self: Self) => void): Trap<Self, Value> =>
    (self, native) => {
      quietly(() => observe(self))
      try {
        return native()
      } catch (error) {
        quietly(() => cleanStack(natives, own, error))
        throw error
      }
    }
  /** For what gives a promise: only one that is broken from the beginning was made with our frames in its error. */
  const later: Trap<Response, Promise<unknown>> = (self, native) => {
    if (canBeRead(self)) {
      quietly(() => observeResponse(self, 'body'))
      return native()
    }
    return natives.follow(native(), null, (error) => {
      quietly(() => cleanStack(natives, own, error))
      throw error
    })
  }
  const canBeRead = (response: Response): boolean => {
    try {
      const body = natives.body(response)
      return !natives.bodyUsed(response) && (body === null || !natives.locked(body))
    } catch {
      return false // called on something else
    }
  }

  const response = Response.prototype
  for (const name of ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text']) put(response, name, later)
  put(
    response,
    'body',
    atOnce((self) => observeResponse(self, 'body')),
  )
  for (const name of ['ok', 'status'])
    put(
      response,
      name,
      atOnce((self) => observeResponse(self, 'status')),
    )
  put(response, 'clone', (self, native: () => Response) => {
    const clone = atOnce<Response, Response>(() => observeResponse(self, 'body'))(self, native)
    quietly(() => sameAnswer(self, clone))
    return clone
  })
  const request = XMLHttpRequest.prototype
  for (const name of ['response', 'responseText'])
    put(
      request,
      name,
      atOnce((self) => observeRequest(self, 'body')),
    )
  put(
    request,
    'status',
    atOnce((self) => observeRequest(self, 'status')),
  )
}

/** Whatever goes wrong here is none of the page's business. */
function quietly(run: () => void): void {
  try {
    run()
  } catch {
    // the page goes on as if we were not there; what it shows is read as text where its answers cannot be had
  }
}

// Where a script before us has replaced what the hook needs, the page stays as it is.
quietly(hook)
