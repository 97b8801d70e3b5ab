import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CaptureSource } from '../evidence/capture.ts'
import { cutExcerpt } from './excerpt.ts'
import { maskCredentials } from './mask.ts'
import { parseJson } from './parse-json.ts'
import { allowedInAnswer } from './scrub-lists.ts'
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
 * Takes keys, tokens, account ids, payment data, prompts and code out of a captured body before its first write
 * (docs/threat-model.md). It knows names to drop, not meanings, and changes no other byte; of a list of devices or keys
 * it knows the names to keep. A body that should be JSON and is not is kept only as `{"unreadable": source, "length",
 * "sha256", "excerpt"}`, the excerpt masked. Scrubbing twice changes nothing more.
 */
export function scrubBody(body: string, source: CaptureSource): ScrubbedBody {
  const json = body.replace(/^\uFEFF/, '')
  const value = parseJson(json)
  if (value === undefined) {
    const shown = SHOWN_TEXT.has(source) && !/^\s*[{[]/.test(json) // not the first half of a JSON body
    return { body: shown ? maskCredentials(body) : describeUnreadable(body, source), dropped: [] }
  }
  const scrubbed = scrubJson(json, allowedInAnswer(value))
  return { body: scrubbed.body, dropped: [...scrubbed.dropped].toSorted() }
}

/** All that is kept of a body that cannot be read: how long it is, its hash, and an excerpt, masked. */
export const describeUnreadable = (body: string, source: CaptureSource) =>
  JSON.stringify({
    unreadable: source,
    length: body.length,
    sha256: bytesToHex(sha256(utf8ToBytes(body))),
    excerpt: cutExcerpt(body),
  })
