import { HELLO, LONGEST_ANSWER, type Answer } from './handover.ts'
import { readMethodOf, type ReadMethod } from './read-methods.ts'

/*
 * Runs in the page's own world, before its scripts. It sees the answers to the listed read calls, copies their text, and
 * hands it over; it parses nothing, opens no header, keeps nothing, and calls nothing by itself. What the page gets from
 * its own calls (the Response object, rejections, aborts, streams) is what it would get without the hook.
 */
const { port1, port2 } = new MessageChannel()
// The content script stands first in line for this message and stops it there: no listener of the page sees the port.
window.postMessage(HELLO, location.origin, [port2])

/** The console and the membership page; single-page apps get there without loading, so it is asked at every answer. */
const isWatched = () => /^\/(?:code|membership)(?:\/|$)/.test(location.pathname)

function methodOf(target: unknown): ReadMethod | null {
  try {
    const address = target instanceof Request ? target.url : String(target)
    return readMethodOf(new URL(address, location.href), location.origin)
  } catch {
    return null // not an address: the page's own call will say so to the page
  }
}

function hand(answer: Answer): void {
  if (isWatched() && answer.text.length <= LONGEST_ANSWER) port1.postMessage(answer)
}

/** Reads a copy of the body, and gives it up as soon as it is longer than anything the console sends. */
async function copyText(copy: Response): Promise<string | null> {
  const reader = copy.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true })
    if (text.length <= LONGEST_ANSWER) continue
    void reader?.cancel()
    return null
  }
  return text + decoder.decode()
}

function observe(response: Response, method: ReadMethod): void {
  const { ok, status } = response
  copyText(response.clone()).then(
    (text) => text !== null && hand({ method, ok, status, text }),
    () => undefined, // the page aborted, or the connection broke: there is no answer to copy
  )
}

window.fetch = new Proxy(window.fetch, {
  apply(original, self, args: Parameters<typeof fetch>) {
    const answered: Promise<Response> = Reflect.apply(original, self, args)
    const method = methodOf(args[0])
    if (method && isWatched())
      answered.then(
        (response) => observe(response, method),
        () => undefined, // the page sees the rejection itself
      )
    return answered
  },
})

const methods = new WeakMap<XMLHttpRequest, ReadMethod>()

XMLHttpRequest.prototype.open = new Proxy(XMLHttpRequest.prototype.open, {
  apply(original, request: XMLHttpRequest, args: Parameters<XMLHttpRequest['open']>) {
    const method = methodOf(args[1])
    if (method) methods.set(request, method)
    else methods.delete(request)
    return Reflect.apply(original, request, args)
  },
})

XMLHttpRequest.prototype.send = new Proxy(XMLHttpRequest.prototype.send, {
  apply(original, request: XMLHttpRequest, args: Parameters<XMLHttpRequest['send']>) {
    if (methods.has(request)) request.addEventListener('load', copyLoaded, { once: true })
    return Reflect.apply(original, request, args)
  },
})

function copyLoaded(this: XMLHttpRequest): void {
  const method = methods.get(this)
  if (!method) return
  const { status } = this
  const ok = status >= 200 && status < 300
  if (this.responseType === '' || this.responseType === 'text')
    hand({ method, ok, status, text: this.responseText })
  else if (this.responseType === 'json') hand({ method, ok, status, text: JSON.stringify(this.response) })
}
