import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import { cutExcerpt } from './excerpt.ts'
import { keptIn } from '../json/kept-in.ts'
import { isObject } from '../json/json-object.ts'
import { maskCredentials } from './mask.ts'
import { parseJson } from '../json/parse-json.ts'
import { scrubJson } from './scrub-walk.ts'

export interface ScrubbedBody {
  /** What may be stored. Evidence that is parsed from it is the same as from the raw body. */
  readonly body: string
  /** Names under which something was dropped, sorted; never their values. */
  readonly dropped: readonly string[]
}

/** What a page shows is text by format; nothing in it has a name to go by, so only credentials are looked for. */
const SHOWN_TEXT: ReadonlySet<CaptureSource> = new Set([
  'history_text',
  'quota_panel',
  'quota_cards',
  'membership_text',
  'device_text',
  'key_text',
])

/**
 * Reduces a captured body before its first write to what the parsers read (an allow-list): what stands under any other name
 * is dropped, and the name stays, so that a service that changes is noticed. No other byte is changed. A body that should
 * be JSON and is not is kept only as `{"unreadable": source, "length", "sha256", "excerpt"}`, the excerpt masked. Scrubbing
 * twice changes nothing more.
 */
export function scrubBody(body: string, source: CaptureSource): ScrubbedBody {
  const json = body.replace(/^\uFEFF/, '')
  const value = parseJson(json)
  if (value === undefined) {
    const shown = SHOWN_TEXT.has(source) && !/^\s*[{[]/.test(json) // not the first half of a JSON body
    return { body: shown ? maskCredentials(body) : describeUnreadable(body, source), dropped: [] }
  }
  if (isDescription(value)) return { body, dropped: [] }
  const scrubbed = scrubJson(json, keptIn(value, source))
  return { body: scrubbed.body, dropped: [...scrubbed.dropped].toSorted() }
}

/** What was made of a body that could not be read, when it is scrubbed once more. */
const isDescription = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).join() === 'unreadable,length,sha256,excerpt' &&
  typeof value['excerpt'] === 'string' &&
  cutExcerpt(value['excerpt']) === value['excerpt'] &&
  Object.values(value).join('').length < 300

/** What may be kept of a body; of one that cannot even be scrubbed as little as of one that cannot be read. Never throws. */
export function scrubOrDescribe(body: string, source: CaptureSource): string {
  try {
    return scrubBody(body, source).body
  } catch {
    return describeUnreadable(body, source)
  }
}

/** All that is kept of a body that cannot be read: how long it is, its hash, and an excerpt, masked. */
const describeUnreadable = (body: string, source: CaptureSource) =>
  JSON.stringify({
    unreadable: source,
    length: body.length,
    sha256: bytesToHex(sha256(utf8ToBytes(body))),
    excerpt: cutExcerpt(body),
  })
