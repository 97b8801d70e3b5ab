import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Kinds of evidence; an id is `kind:32 hex digits`, so that a reference tells what it opens. */
export type EvidenceKind =
  'record' | 'snapshot' | 'error' | 'call' | 'cost' | 'device' | 'mark' | 'annotation' | 'capture' | 'reject'

/**
 * The id of a piece of evidence: a hash of what makes it itself (never of the order in which inputs came), cut to
 * 16 bytes. The same evidence read twice has the same id.
 */
export function evidenceId(kind: EvidenceKind, ...parts: readonly (string | number | null)[]): string {
  return `${kind}:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, 16))}`
}
