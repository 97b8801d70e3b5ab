import { fieldOf } from '../json/json-object.ts'
import { parseJson } from '../json/parse-json.ts'
import type { ParseContext } from '../parser.ts'
import type { ErrorContent } from '../text/errors/error-body.ts'
import { parseErrorTexts } from '../text/errors/error-texts.ts'
import { holdsBeginning } from '../text/errors/known-messages.ts'
import { classifyError } from '../../evidence/errors/error-classes.ts'
import type { LogTime } from './log-time.ts'
import { readNodeError } from './provider-error.ts'

/** A refusal that an entry tells which is not the request's own. */
export interface Echo {
  readonly said: ErrorContent
  readonly time: LogTime
  readonly line: number
}

/** Entries about one failure follow each other at once. */
const SAME_MOMENT = 2_000

// `Error: provider.auth_error: 403 …` · `APIProviderRateLimitError: 429 …` · `[provider.api_error] 402 …`
const NAMED = /^(?:[A-Z]\w{0,60}: )?\[?provider\.\w{1,40}\]?:? +|^API\w{1,60}Error: +/
const PLAIN = /^(?:[A-Z]\w{0,60}: )?/

/**
 * The refusal in a value of an entry, `{"code": "provider.api_error", "message": "403 …"}` or plain; null where it is none of
 * the service: tools and servers fail too, with statuses of their own.
 */
export function readEcho(text: string): ErrorContent | null {
  const value = text.startsWith('{') ? parseJson(text) : undefined
  if (value !== undefined) {
    const [code, message] = ['code', 'message'].map((name) => fieldOf(value, name))
    if (typeof code !== 'string' || !code.startsWith('provider.') || typeof message !== 'string') return null
    const status = fieldOf(fieldOf(value, 'details'), 'statusCode')
    return refusalOf(message, typeof status === 'number' ? status : null)
  }
  const named = NAMED.exec(text)
  if (named) return refusalOf(text.slice(named[0].length), null)
  const said = refusalOf(text.replace(PLAIN, ''), null)
  return said && classifyError(said.message, null, null) !== 'other' ? said : null
}

/** The refusal that a client printed somewhere in an entry, in words that are known; null where there is none. */
export function readPrinted(text: string, context: ParseContext): ErrorContent | null {
  if (!holdsBeginning(text)) return null
  const error = parseErrorTexts({ text, line: 1 }, context).errors?.[0]
  return error && error.errorClass !== 'other' ? error : null
}

function refusalOf(message: string, status: number | null): ErrorContent | null {
  const said = readNodeError(message, status)
  return said === 'cut off' || said.status === null ? null : said
}

/** Holds back refusals that other entries tell, until it is clear that no request of that moment tells them itself. */
export class EchoedErrors {
  private held: readonly Echo[] = []
  private told: readonly { readonly at: number; readonly said: ErrorContent }[] = []

  constructor(private readonly tell: (echo: Echo) => void) {}

  /** A request has told its refusal. */
  tellsItself(said: ErrorContent, { at }: LogTime): void {
    this.pass(at)
    this.told = [...this.told, { at, said }].slice(-MAX_TOLD)
    this.held = this.held.filter((echo) => !isSame(echo.said, said))
  }

  hold(echo: Echo): void {
    this.pass(echo.time.at)
    if ([...this.told, ...this.held].some(({ said }) => isSame(said, echo.said))) return
    this.held = [...this.held, echo]
    if (this.held.length > MAX_TOLD) this.end()
  }

  /** Time has gone on: what nothing else told by then was told here only. */
  pass(at: number): void {
    if (this.held.length === 0 && this.told.length === 0) return
    const isPast = (then: number) => then < at - SAME_MOMENT
    this.told = this.told.filter((one) => !isPast(one.at))
    const past = this.held.filter(({ time }) => isPast(time.at))
    this.held = this.held.filter(({ time }) => !isPast(time.at))
    for (const echo of past) this.tell(echo)
  }

  end(): void {
    for (const echo of this.held) this.tell(echo)
    this.held = []
  }
}

/** A burst of refusals in one moment has no more than this. */
const MAX_TOLD = 100

const isSame = (a: ErrorContent, b: ErrorContent) => a.status === b.status && a.message === b.message
