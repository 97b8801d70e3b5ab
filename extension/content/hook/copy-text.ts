import { LONGEST_ANSWER } from '../handover.ts'
import { bare, type Natives } from './natives.ts'

/** Null: there is a text, but too much of it, too late, or none that can be copied. */
export type OnText = (text: string | null) => void

/** A copy that takes longer than this is given up, in ms; the page goes on reading its own. */
const LONGEST_COPY = 60_000

/** Whatever goes wrong with a copy is none of the page's business. */
const nothing = () => undefined

/** Copies the body of a response that the page has not begun to read. Nothing is told where it breaks off. */
export function copyBody(natives: Natives, response: Response, onText: OnText): void {
  const copy = natives.clone(response)
  const body = natives.body(copy)
  if (body === null) return onText('')
  // each piece that is read would be asked for its `then`, and so the page; a text is not
  if (natives.hasOwn(natives.objectPrototype, 'then'))
    return void natives.follow(natives.readText(copy), onText, nothing)
  const reader = natives.getReader(body)
  const decoder = new natives.TextDecoder()
  const end = natives.now() + LONGEST_COPY
  let text = ''
  const take = (part: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>) => {
    if (part.done) return onText(text + natives.decode(decoder))
    text += natives.decode(decoder, part.value, bare({ stream: true }))
    if (text.length <= LONGEST_ANSWER && natives.now() < end) return next()
    void natives.follow(natives.cancel(reader), nothing, nothing)
    onText(null)
  }
  const next = () => void natives.follow(natives.read(reader), take, nothing)
  next()
}

/** Copies the answer of a request that is done, whatever the page wanted it as. */
export function copyLoaded(natives: Natives, request: XMLHttpRequest, onText: OnText): void {
  const type = natives.responseType(request)
  if (type === '' || type === 'text') return onText(natives.responseText(request))
  const response = natives.response(request)
  if (type === 'json') return onText(jsonOf(natives, response))
  if (type === 'blob') return void natives.follow(natives.blobText(response), onText, nothing)
  if (type !== 'arraybuffer' || natives.byteLength(response) > LONGEST_ANSWER) return onText(null)
  onText(natives.decode(new natives.TextDecoder(), response))
}

/**
 * What was parsed from JSON, as JSON again, without asking it or the page's prototypes for a `toJSON`. Null for more than
 * an answer may have.
 */
function jsonOf(natives: Natives, value: unknown): string | null {
  let room = LONGEST_ANSWER
  const write = (part: unknown): string => {
    if (typeof part === 'number' || typeof part === 'boolean') return `${part}`
    if (typeof part === 'string') {
      room -= part.length
      return natives.stringify(part)
    }
    if (typeof part !== 'object' || part === null) return 'null'
    const isList = natives.isArray(part)
    const names = natives.keys(part)
    let text = ''
    for (let index = 0; index < names.length && room > 0; index += 1) {
      const name = names[index] ?? ''
      room -= 1 + (isList ? 0 : name.length)
      text += `${index === 0 ? '' : ','}${isList ? '' : `${natives.stringify(name)}:`}${write(natives.get(part, name))}`
    }
    return isList ? `[${text}]` : `{${text}}`
  }
  const text = write(value)
  return room > 0 ? text : null
}
