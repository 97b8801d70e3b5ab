import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Kinds of evidence. An id is `kind:32 hex digits`, so that a reference shows what it refers to. */
export type EvidenceKind =
  'record' | 'snapshot' | 'error' | 'call' | 'cost' | 'device' | 'mark' | 'annotation' | 'capture' | 'reject'

type Parts = readonly (string | number | null)[]

/**
 * The id of a piece of evidence: a hash of its identity (never of the order of inputs), truncated to
 * 16 bytes. The same evidence read twice has the same id.
 */
export const evidenceId = (kind: EvidenceKind, ...parts: Parts): string =>
  `${kind}:${bytesToHex(evidenceDigest(parts))}`

// A hundred thousand rows are hashed one after another; making hash, buffers and views anew for each doubles the time.
const blank = sha256.create()
const hash = sha256.create()
const digest = new Uint8Array(blank.outputLen)
const id = digest.subarray(0, 16)
const encoder = new TextEncoder()
const plain = new Uint8Array(512)

/** The 16 bytes of an id. They are overwritten by the next call. */
export function evidenceDigest(parts: Parts): Uint8Array {
  // oxlint-disable-next-line no-underscore-dangle -- the library's name for copying one state over another
  blank._cloneInto(hash)
  hash.update(bytesOf(JSON.stringify(parts))).digestInto(digest)
  return id
}

/** UTF-8. Most texts are short ASCII, for which the encoder takes longer than the hash. */
function bytesOf(text: string): Uint8Array {
  if (text.length > plain.length) return encoder.encode(text)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 127) return encoder.encode(text)
    plain[index] = code
  }
  return plain.subarray(0, text.length)
}
