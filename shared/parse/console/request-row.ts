import { sentenceFor, wordOrText } from '../../evidence/sentences/sentence-for.ts'
import type { Sentence, SentenceValue } from '../../evidence/sentences/sentence.ts'
import type { Outcome, RequestSource } from '../../evidence/kinds/usage-record.ts'
import { camelKey, camelKeys } from '../json/camel-keys.ts'
import { isObject, type JsonObject } from '../json/json-object.ts'
import { namesOf, NOTHING_KEPT, PLAIN, TEXT } from '../json/kept-fields.ts'
import { ABSENT, describe, readQuantity } from '../json/leaf.ts'
import { cutText } from '../../evidence/longest-text.ts'
import { maskCredentials } from '../scrub/mask.ts'
import { readRequestTime } from './request-time.ts'

/** A row as read, before it has an id. `second` is the beginning of its second in ms UTC. */
export interface RequestRow {
  readonly second: number
  readonly requestId: string | null
  readonly source: RequestSource
  readonly userAgent: string | null
  readonly callType: string | null
  readonly model: string | null
  readonly status: number | null
  readonly outcome: Outcome
}

/** What a row reader meets besides the row. `name` is that of the field, camelCase; null for the row as a whole. */
export interface RowTrouble {
  readonly unknownField: (parent: string, name: string) => void
  readonly refused: (name: string | null, reason: Sentence) => void
}

/** What of a row may be kept: the fields that are read, and the names of those that are known and are not. */
const KEPT_OF_KEY = { id: NOTHING_KEPT, key: NOTHING_KEPT, name: TEXT, scope: NOTHING_KEPT }
const KEPT = {
  requestId: TEXT,
  requestTime: PLAIN,
  callType: TEXT,
  httpStatusCode: PLAIN,
  success: PLAIN,
  modelDisplayName: TEXT,
  userAgent: TEXT,
  clientType: PLAIN,
  apiKey: namesOf(KEPT_OF_KEY),
}
export const KEPT_OF_ROW = namesOf(KEPT)

const FIELDS: ReadonlySet<string> = new Set(Object.keys(KEPT))
const KEY_FIELDS: ReadonlySet<string> = new Set(Object.keys(KEPT_OF_KEY))

/**
 * Reads one element of `requests` (fields of docs/kimi.md#history), or null when it is no row or has no time. A field
 * of the wrong kind is refused and the row is read without it. The key's id and value are never touched.
 */
export function readRequestRow(value: unknown, trouble: RowTrouble): RequestRow | null {
  if (!isObject(value)) {
    trouble.refused(null, sentenceFor('noRow', { found: kindOf(value) }))
    return null
  }
  const row = camelRow(value, trouble)
  const second = readRequestTime(row['requestTime'])
  if (second === null) {
    const found = describe(row['requestTime'])
    trouble.refused(
      'requestTime',
      found === ABSENT ? sentenceFor('rowWithoutTime') : sentenceFor('noTime', { found: wordOrText(found) }),
    )
    return null
  }
  const status = readStatus(row['httpStatusCode'], trouble)
  return {
    second,
    requestId: readText(row['requestId'], 'requestId', trouble),
    source: readSource(row['apiKey'], trouble),
    userAgent: readText(row['userAgent'], 'userAgent', trouble),
    callType: readText(row['callType'], 'callType', trouble),
    model: readText(row['modelDisplayName'], 'modelDisplayName', trouble),
    status,
    outcome: outcomeOf(row['success'], status),
  }
}

/** Counts the names that are not known. As a rule all are known and in camelCase, and the row is not copied. */
function camelRow(value: JsonObject, trouble: RowTrouble): JsonObject {
  let copy = false
  for (const name in value) {
    if (FIELDS.has(name)) continue
    if (FIELDS.has(camelKey(name))) copy = true
    else trouble.unknownField('requests[]', name)
  }
  if (!copy) return value
  const row = camelKeys(value, 1)
  return isObject(row) ? row : value
}

function readText(value: unknown, name: string, trouble: RowTrouble): string | null {
  if (typeof value === 'string') return cleanText(value)
  if (value !== undefined && value !== null)
    trouble.refused(name, sentenceFor('noText', { found: wordOrText(describe(value)) }))
  return null
}

// A page has a handful of clients, models and call types, so most texts have been cleaned before.
const MEMO_LIMIT = 500
const cleaned = new Map<string, string | null>()

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

function cleanText(text: string): string | null {
  if (text.length === 36 && UUID.test(text)) return text // every row has another one
  if (text.length > 60) return trimmed(text)
  const known = cleaned.get(text)
  if (known !== undefined) return known
  if (cleaned.size >= MEMO_LIMIT) cleaned.clear()
  const clean = trimmed(text)
  cleaned.set(text, clean)
  return clean
}

/** Zero values of the encoding are empty texts: they say nothing (docs/kimi.md#encoding). */
function trimmed(text: string): string | null {
  const clean = cutText(maskCredentials(text).trim())
  return clean === '' ? null : clean
}

/**
 * No key: a signed-in device, by inference only; no capture shows such a row in JSON (docs/kimi.md#history,
 * #not-known).
 */
function readSource(apiKey: unknown, trouble: RowTrouble): RequestSource {
  if (apiKey === undefined || apiKey === null) return LOGIN_DEVICE
  if (!isObject(apiKey)) {
    trouble.refused('apiKey', sentenceFor('noObject', { found: kindOf(apiKey) }))
    return { kind: 'unknown', name: null, inferred: false }
  }
  for (const name in apiKey)
    if (!KEY_FIELDS.has(camelKey(name))) trouble.unknownField('requests[].apiKey', name)
  return { kind: 'api_key', name: readText(apiKey['name'], 'apiKey.name', trouble), inferred: false }
}

const LOGIN_DEVICE: RequestSource = { kind: 'login_device', name: null, inferred: true }

function readStatus(value: unknown, trouble: RowTrouble): number | null {
  if (value === 200) return value
  const { value: status, problem } = readQuantity(value)
  if (status !== null && Number.isInteger(status) && status >= 100 && status <= 599) return status
  // 0 is the encoding's "nothing", not a status.
  if (problem !== ABSENT && status !== 0)
    trouble.refused('httpStatusCode', sentenceFor('noStatus', { found: wordOrText(describe(value)) }))
  return null
}

/** `success: false` may be left out by the encoding, then the status decides (docs/kimi.md#history). */
function outcomeOf(success: unknown, status: number | null): Outcome {
  if (success === true) return 'success'
  if (success === false) return 'failure'
  if (status === null) return 'unknown'
  if (status >= 200 && status < 300) return 'success'
  return status >= 400 ? 'failure' : 'unknown'
}

/** What stands where an object should, by its kind alone. */
const kindOf = (value: unknown): SentenceValue =>
  wordOrText(typeof value === 'object' ? describe(value) : `a ${typeof value}`)
