import type { Evidence } from '../../evidence/evidence.ts'
import { mergeEvidence } from '../../evidence/merge.ts'
import type { Instant } from '../../time/instant.ts'
import type { Zone } from '../../time/zone.ts'
import { canonicalJson } from '../canonical-json.ts'
import { maskEvidence } from '../mask-evidence.ts'
import { maskKeyOf, type MaskKey } from '../mask-key.ts'
import type { Installation } from '../../evidence/installation.ts'
import { BUNDLE_VERSION, bundleSchema, type Manifest } from './manifest-schema.ts'
import { sha256Hex } from './sha256-hex.ts'

/** What is done to ids, names and texts: mask them under a key, leave them, or they come from a masked bundle already. */
export type Masking = { readonly key: MaskKey } | 'none' | 'done'

export interface BundleOptions {
  readonly writtenAt: Instant
  readonly zone: Zone
  /** Masked under a key made from the evidence where nothing is said. */
  readonly masking?: Masking
  /** Which installation it is of, for a folder that several write into. */
  readonly installation?: Installation
}

/**
 * Everything that is known about one account as one JSON text: complete, to move it to another browser, or redacted, to
 * share it. A manifest with a SHA-256 of every part, and the evidence, one piece a line. Same evidence and options, same
 * bytes.
 */
export const writeBundle = (evidence: Evidence, options: BundleOptions): string =>
  bundleOf(evidence, options).text

/** Of all evidence of a bundle: the same for the same evidence, whenever and by whomever it was written. */
export const digestOfParts = (parts: Manifest['parts']): string => sha256Hex(canonicalJson(parts))

/** The same with its digest, and how much is in it. */
export function bundleOf(
  evidence: Evidence,
  options: BundleOptions,
): { readonly text: string; readonly digest: string; readonly count: number } {
  const { writtenAt, zone, installation, masking = { key: maskKeyOf(evidence) } } = options
  const shown =
    masking === 'none' || masking === 'done' ? evidence : maskEvidence(evidence, masking.key).evidence
  const parts = Object.entries(mergeEvidence(shown)).map(([name, items]: [string, readonly unknown[]]) => ({
    name,
    count: items.length,
    json: writeList(items),
  }))
  const manifest: Manifest = {
    writtenAt,
    zone,
    ...(installation && { installation }),
    purpose: masking === 'none' ? 'complete' : 'redacted',
    parts: Object.fromEntries(
      parts.map(({ name, count, json }) => [name, { count, sha256: sha256Hex(json) }]),
    ),
  }
  const body = parts.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',\n')
  return {
    text: `{"schema":${JSON.stringify(bundleSchema(BUNDLE_VERSION))},\n"manifest":${canonicalJson(manifest)},\n"evidence":{\n${body}}}\n`,
    digest: digestOfParts(manifest.parts),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  }
}

/** One piece a line, so that two bundles can be compared line by line. */
export const writeList = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map(canonicalJson).join(',\n')}\n]`
