import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Evidence } from '../evidence/evidence.ts'

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
  for (const { id } of evidence.records) hash.update(utf8ToBytes(id))
  const { snapshots, errors, calls, costs, captures } = evidence
  for (const { id } of [...snapshots, ...errors, ...calls, ...costs, ...captures]) {
    hash.update(utf8ToBytes(id))
  }
  return hash.digest()
}

/** 32 hex digits that stand for a text under the key. */
export const maskHex = (key: MaskKey, text: string): string =>
  bytesToHex(hmac(sha256, key, utf8ToBytes(text))).slice(0, 32)
