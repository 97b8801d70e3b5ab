import { HELLO, LONGEST_ANSWER, type Answer } from '../handover.ts'
import { methodsByAddress, type ReadMethod } from '../read-methods.ts'
import { copyBody, copyLoaded, type OnText } from './copy-text.ts'
import type { Natives } from './natives.ts'

export interface Observer {
  /** Before the page reads something of an answer: its status only, or what is in it. */
  readonly response: (response: Response, what: 'status' | 'body') => void
  readonly request: (request: XMLHttpRequest, what: 'status' | 'body') => void
  /** A clone that the page makes is the same answer. */
  readonly sameAnswer: (response: Response, clone: Response) => void
}

/** `XMLHttpRequest.DONE`, which a page may not change but may shadow. */
const DONE = 4

/** Hands the answers to the listed read calls over, each once: to a port that no script of the page gets hold of. */
export function createObserver(natives: Natives): Observer {
  const { port1, port2 } = new MessageChannel()
  const post = port1.postMessage.bind(port1)
  // The content script stands first in line for this message and stops it there: no listener of the page sees the port.
  window.postMessage(HELLO, '/', [port2])
  const methods = methodsByAddress(location.origin)
  const seen = new WeakSet<object>()

  const methodOf = (address: string): ReadMethod | undefined => {
    const query = natives.indexOf(address, '?')
    return methods[query === -1 ? address : natives.slice(address, 0, query)]
  }
  /** A `null` text says that there was an answer and that it was not copied. */
  const hand = (method: ReadMethod, status: number, text: string | null) =>
    post({
      method,
      status,
      text: text !== null && text.length > LONGEST_ANSWER ? null : text,
    } satisfies Answer)

  /** Of a failure only that it was one is handed over, so its status is enough. */
  const observe = (
    answer: object,
    address: string,
    status: number,
    copy: ((onText: OnText) => void) | null,
  ) => {
    const succeeded = status >= 200 && status < 300
    if ((succeeded && copy === null) || natives.has(seen, answer) || !isWatched(natives)) return
    const method = methodOf(address)
    if (method === undefined) return
    natives.add(seen, answer)
    if (!succeeded || copy === null) return hand(method, status, '')
    try {
      copy((text) => hand(method, status, text))
    } catch {
      hand(method, status, null) // no copy can be had of it
    }
  }
  return {
    response: (response, what) =>
      observe(
        response,
        natives.responseUrl(response),
        natives.responseStatus(response),
        what === 'status' ? null : (onText) => copyBody(natives, response, onText),
      ),
    request: (request, what) => {
      // while it is open it may be for another answer than the last
      if (natives.readyState(request) !== DONE) natives.remove(seen, request)
      else
        observe(
          request,
          natives.requestUrl(request),
          natives.requestStatus(request),
          what === 'status' ? null : (onText) => copyLoaded(natives, request, onText),
        )
    },
    sameAnswer: (response, clone) => {
      if (natives.has(seen, response)) natives.add(seen, clone)
    },
  }
}

/** The console and the membership page; single-page apps get there without loading, so it is asked at every answer. */
const isWatched = (natives: Natives) => isUnder(natives, '/code') || isUnder(natives, '/membership')

function isUnder({ slice }: Natives, folder: string): boolean {
  const path = location.pathname
  return path === folder || slice(path, 0, folder.length + 1) === `${folder}/`
}
