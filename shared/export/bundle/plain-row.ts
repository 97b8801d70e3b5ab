import { LONGEST_TEXT } from '../../evidence/longest-text.ts'
import { recordId, type UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { Origin } from '../../evidence/origin.ts'
import type { When } from '../../evidence/when.ts'
import { instant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { FIRST_TIME, LAST_TIME } from './limits.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * A row as nearly all of a bundle are: dated in UTC, and paired off with no other. Told by hand, a tenth of the time that the
 * schema takes; null for whatever is otherwise, which the schema reads or refuses. What is given here, the schema gives as well
 * (a test holds it). `said` gives one text for what rows say again and again.
 */
export function plainRowIn(value: unknown, said: SameTexts): UsageRecord | null {
  if (!hasMembers(value, 11)) return null
  const { id, requestId, userAgent, callType, model, status, statusText } = value
  const when = plainWhen(value['when'])
  const source = plainSource(value['source'], said)
  const origins = plainOrigins(value['origins'], said)
  const outcome = OUTCOMES.find((each) => each === value['outcome'])
  if (!when || !source || !origins || !outcome || typeof id !== 'string') return null
  if (!isMaybeText(requestId) || !isMaybeText(userAgent) || !isMaybeText(callType)) return null
  if (!isMaybeText(model) || !isMaybeText(statusText)) return null
  if (status !== null && !isInteger(status)) return null
  const row = {
    id,
    requestId,
    when,
    source,
    userAgent: said.text(userAgent),
    callType: said.text(callType),
    model: said.text(model),
    status,
    outcome,
    statusText: said.text(statusText),
    origins,
  }
  const isOwn = requestId === null ? RECORD.test(id) : id === recordId(row, 0)
  return isOwn ? row : null
}

/** Texts of a bundle, each kept once: a million rows name a few clients and models, and some hundred to a page one capture. */
export class SameTexts {
  private readonly texts = new Map<string, string>()
  private last: string | null = null

  text<T extends string | null>(text: T): T | string {
    if (text === null) return text
    const known = this.texts.get(text)
    if (known !== undefined) return known
    if (this.texts.size < MOST_TEXTS) this.texts.set(text, text)
    return text
  }

  /** The id of a capture; null where the text is none. Rows of one page come together. */
  capture(text: string): string | null {
    if (text === this.last) return this.last
    if (!CAPTURE.test(text)) return null
    this.last = text
    return text
  }
}

/** What comes in so many wordings is not said again and again. */
const MOST_TEXTS = 1000

const RECORD = /^record:[0-9a-f]{32}$/
const CAPTURE = /^capture:[0-9a-f]{32}$/
const OUTCOMES = ['success', 'failure', 'unknown'] as const
const SOURCES = ['login_device', 'api_key', 'unknown'] as const

const isMaybeText = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.length <= LONGEST_TEXT)
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value)
const isTime = (value: unknown): value is number =>
  isInteger(value) && value >= FIRST_TIME && value <= LAST_TIME

/** A plain object of exactly so many members. */
function hasMembers(value: unknown, count: number): value is Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.keys(value).length === count
}

function plainWhen(value: unknown): When | null {
  if (!hasMembers(value, 2) || value['kind'] !== 'span' || !hasMembers(value['span'], 2)) return null
  const { from, to } = value['span']
  return isTime(from) && isTime(to) && from <= to
    ? { kind: 'span', span: span(instant(from), instant(to)) }
    : null
}

function plainSource(value: unknown, said: SameTexts): UsageRecord['source'] | null {
  if (!hasMembers(value, 3)) return null
  const { name, inferred } = value
  const kind = SOURCES.find((each) => each === value['kind'])
  return kind && isMaybeText(name) && typeof inferred === 'boolean'
    ? { kind, name: said.text(name), inferred }
    : null
}

function plainOrigins(value: unknown, said: SameTexts): readonly Origin[] | null {
  if (!Array.isArray(value)) return null
  const origins: Origin[] = []
  for (const each of value as readonly unknown[]) {
    if (!hasMembers(each, 2)) return null
    const { capture, at } = each
    const known = typeof capture === 'string' ? said.capture(capture) : null
    if (known === null || typeof at !== 'string' || at.length > LONGEST_TEXT) return null
    origins.push({ capture: known, at: said.text(at) })
  }
  return origins
}
