import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Evidence } from '../evidence/evidence.ts'
import { DATED_KINDS } from '../evidence/kinds/kinds.ts'

/**
 * What one export is masked with. The same id gives the same mask within the export; exports with different keys
 * cannot be joined on their ids. The key itself is never written anywhere.
 */
export type MaskKey = Uint8Array

/**
 * A key that follows from the evidence, so that the same export is written the same each time. Request ids are
 * random, so whoever does not already know all of them cannot make the key; names are never hashed with it
 * (mask-names.ts numbers them), since names can be guessed.
 */
export function maskKeyOf(evidence: Evidence): MaskKey {
  const hash = sha256.create()
  for (const kind of [...DATED_KINDS, 'captures'] as const)
    for (const { id } of evidence[kind]) hash.update(utf8ToBytes(id))
  return hash.digest()
}

/** Gives the 32 hex digits that stand for a text under the key. Of a million ids each is hashed from one state that holds the key. */
export function maskUnder(key: MaskKey): (text: string) => string {
  const keyed = hmac.create(sha256, key)
  const hash = keyed.clone()
  return (text) => {
    // oxlint-disable-next-line no-underscore-dangle -- the library's name for copying one state over another
    keyed._cloneInto(hash)
    return bytesToHex(hash.update(utf8ToBytes(text)).digest()).slice(0, 32)
  }
}
