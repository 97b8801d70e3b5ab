import { ownAddress } from './hook/clean-stack.ts'
import { takeNatives } from './hook/natives.ts'
import { createObserver } from './hook/observe.ts'
import { atOnce, later, putAround, quietly } from './hook/put-around.ts'

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
  const page = { natives, own: ownAddress(natives) }
  const observer = createObserver(natives)

  const response = Response.prototype
  for (const name of ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'])
    putAround(
      page,
      response,
      name,
      later(page, (self) => observer.response(self, 'body')),
    )
  const body = atOnce<Response, unknown>(page, (self) => observer.response(self, 'body'))
  putAround(page, response, 'body', body)
  const status = atOnce<Response, unknown>(page, (self) => observer.response(self, 'status'))
  for (const name of ['ok', 'status']) putAround(page, response, name, status)
  const cloning = atOnce<Response, Response>(page, (self) => observer.response(self, 'body'))
  putAround(page, response, 'clone', (self, native: () => Response, handler) => {
    const clone = cloning(self, native, handler)
    quietly(() => observer.sameAnswer(self, clone))
    return clone
  })

  const request = XMLHttpRequest.prototype
  const answer = atOnce<XMLHttpRequest, unknown>(page, (self) => observer.request(self, 'body'))
  for (const name of ['response', 'responseText']) putAround(page, request, name, answer)
  putAround(
    page,
    request,
    'status',
    atOnce(page, (self) => observer.request(self, 'status')),
  )
}

// Where a script before us has replaced what the hook needs, the page stays as it is.
quietly(hook)
