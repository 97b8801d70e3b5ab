import type { Finder } from '../finder.ts'
import { isToldOfKimi, namesOtherService } from '../told-of-kimi.ts'
import { isKimis, isKimisRecord } from './error-record.ts'
import { whenBeside } from './error-times.ts'
import { foundError } from './found-error.ts'
import { isMessageAhead } from './message-ahead.ts'

const REASONED = String.raw`(?<status>[45]\d\d) (?:Unauthorized|Payment Required|Forbidden|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)\b`
/** How clients and their libraries print an answer of which they have nothing but its status. */
const FORMS = [
  // Codex: `unexpected status 429 Too Many Requests: , url: …`, `exceeded retry limit, last status: 429 Too Many Requests`
  /\b(?:unexpected status|last status:) (?<status>[45]\d\d)\b/,
  // The JavaScript libraries of OpenAI and Anthropic: `API Error: 429 status code (no body)`
  /(?<![\w.:/#-])(?<status>[45]\d\d) status code \(no body\)/,
  // axios
  /\bRequest failed with status code (?<status>[45]\d\d)\b/,
  // httpx, under the Python libraries: `POST https://… "HTTP/1.1 429 Too Many Requests"`
  /\bhttps?:\/\/\S+ "HTTP\/\d(?:\.\d)? (?<status>[45]\d\d)\b/,
  // `API Error: 429 Too Many Requests`
  new RegExp(String.raw`\bError: (?:HTTP )?${REASONED}`),
]
/** How somebody tells of one: `I get a 429 Too Many Requests error`. */
const TOLD = new RegExp(String.raw`(?<![\w.:/#-])${REASONED}`)
const MAY_BE =
  /unexpected status|last status:|status code|"HTTP\/|\d (?:Unauthorized|Payment|Forbidden|Too Many|Internal|Bad|Service|Gateway)/
const OTHER_HOST = /https?:\/\/(?!(?:[\w-]+\.)*kimi\.com\b)[\w.-]+/

/**
 * Finds an error of which a client printed the status and nothing else, because the service sent no text or the client kept
 * none. Its line must show that it is Kimi's, or, where nothing dates it so that no verdict can rest on it, what it was
 * pasted with. A body or a message that stands with it tells more, and is left to be found.
 */
export const findBareStatus: Finder = (lines, from, { piece }) => {
  const line = lines.texts[from] ?? ''
  if (!MAY_BE.test(line)) return null
  const printed = FORMS.map((form) => form.exec(line)).find((found) => found !== null)
  const match = printed ?? TOLD.exec(line)
  const status = Number(match?.groups?.['status'])
  if (!match || OTHER_HOST.test(line)) return null
  const tail = line.slice(match.index)
  if (tail.includes('{') || isMessageAhead(lines, from)) return null
  const isDated = whenBeside({ lead: line.slice(0, match.index), tail }, piece).kind !== 'undated'
  if (
    !isKimis(line) &&
    !isKimisRecord(lines, from) &&
    (isDated || !isToldOfKimi(lines) || (!printed && namesOtherService(line)))
  )
    return null
  return foundError(
    lines,
    { line: from, column: 0, text: line },
    {
      content: { message: `Error code: ${status}`, type: null, status },
      from: 0,
      start: match.index,
      to: line.length,
    },
    piece,
  )
}
