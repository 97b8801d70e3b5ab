import { HELLO, LONGEST_ANSWER, type Answer } from './handover.ts'
import { readMethodOf, type ReadMethod } from './read-methods.ts'

/*
 * Runs in the page's own world, before its scripts. It sees the answers to the listed read calls, copies their text, and
 * hands it over; it parses nothing, opens no header, keeps nothing, and calls nothing by itself. What the page gets from
 * its own calls (the Response object, rejections, aborts, streams) is what it would get without the hook.
 *
 * What the browser offers is taken now, before a script of the page may put something else in its place: a page that
 * replaces `postMessage` later does not get hold of the port.
 */
const { apply } = Reflect
const { then } = Promise.prototype
const { clone } = Response.prototype
const { addEventListener } = EventTarget.prototype
const NativeRequest = Request
const NativeXhr = XMLHttpRequest
const { port1, port2 } = new MessageChannel()
const post = port1.postMessage.bind(port1)
// The content script stands first in line for this message and stops it there: no listener of the page sees the port.
window.postMessage(HELLO, '/', [port2])

/** A copy that takes longer than this is given up; the page goes on reading its own. */
const LONGEST_COPY = 60_000

/** The console and the membership page; single-page apps get there without loading, so it is asked at every answer. */
const isWatched = () => /^\/(?:code|membership)(?:\/|$)/.test(location.pathname)

/** Only what can be read without running a script of the page: an object with a `toString` of its own is left alone. */
function methodOf(target: unknown): ReadMethod | null {
  try {
    const address =
      target instanceof NativeRequest ? target.url : target instanceof URL ? target.href : target
    return typeof address === 'string'
      ? readMethodOf(new URL(address, document.baseURI), location.origin)
      : null
  } catch {
    return null // not an address: the page's own call will say so to the page
  }
}

/** A `null` text says that there was an answer and that it was not copied. */
function hand(method: ReadMethod, status: number, text: string | null): void {
  if (isWatched())
    post({
      method,
      status,
      text: text !== null && text.length > LONGEST_ANSWER ? null : text,
    } satisfies Answer)
}

/** Whatever goes wrong with a copy is none of the page's business. */
const nothing = () => undefined

/** Reads a copy of the body, and gives it up as soon as it is longer, or takes longer, than anything the console sends. */
async function copyText({ body }: Response): Promise<string | null> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let given = false
  const giveUp = () => {
    given = true
    reader.cancel().catch(nothing)
  }
  const late = setTimeout(giveUp, LONGEST_COPY)
  let text = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true })
      if (text.length > LONGEST_ANSWER) giveUp()
    }
    return given ? null : text + decoder.decode()
  } finally {
    clearTimeout(late)
  }
}

function observe(response: Response, method: ReadMethod): void {
  if (!isWatched()) return
  const { status } = response
  try {
    // It rejects when the page aborted, or the connection broke: then there is no answer to copy.
    copyText(apply(clone, response, [])).then((text) => hand(method, status, text), nothing)
  } catch {
    hand(method, status, null) // no copy can be had of it
  }
}

type Trap<Call> = (original: Call, self: unknown, args: readonly unknown[]) => unknown

/** Puts a trap around a function of the browser: name, length and properties stay its own. */
function watched<Call extends object>(call: Call, trap: Trap<Call>): Call {
  // no prototype: other traps would be looked up in an Object.prototype that the page may have added to
  return new Proxy(call, Object.assign(Object.create(null), { apply: trap }))
}

window.fetch = watched(window.fetch, (original, self, args) => {
  const answered: unknown = apply(original, self, args)
  const method = methodOf(args[0])
  if (!method) return answered
  // The page gets the promise after ours, so that a rejection that it does not handle is reported as ever.
  return apply(then, answered, [
    (response: Response) => {
      observe(response, method)
      return response
    },
  ])
})

const methods = new WeakMap<XMLHttpRequest, ReadMethod>()

XMLHttpRequest.prototype.open = watched(XMLHttpRequest.prototype.open, (original, self, args) => {
  const result: unknown = apply(original, self, args)
  const method = methodOf(args[1])
  if (method && self instanceof NativeXhr) methods.set(self, method)
  else if (self instanceof NativeXhr) methods.delete(self)
  return result
})

XMLHttpRequest.prototype.send = watched(XMLHttpRequest.prototype.send, (original, self, args) => {
  const method = self instanceof NativeXhr && methods.get(self)
  if (method) apply(addEventListener, self, ['load', copyLoaded, { once: true }])
  return apply(original, self, args)
})

function copyLoaded(this: XMLHttpRequest, { loaded }: ProgressEvent): void {
  const method = methods.get(this)
  // A listener of the page may have opened the request anew.
  if (!method || this.readyState !== NativeXhr.DONE || !isWatched()) return
  const { status } = this
  if (loaded > LONGEST_ANSWER) hand(method, status, null)
  else textOf(this).then((text) => hand(method, status, text), nothing)
}

/** The text of an answer, whatever the page asked for; null for a document, which is no answer of a service. */
async function textOf(request: XMLHttpRequest): Promise<string | null> {
  const { responseType } = request
  if (responseType === '' || responseType === 'text') return request.responseText
  const response: unknown = request.response
  if (responseType === 'json') return JSON.stringify(response)
  if (response instanceof ArrayBuffer) return new TextDecoder().decode(response)
  return response instanceof Blob ? response.text() : null
}
