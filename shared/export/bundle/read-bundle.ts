import type { Evidence } from '../../evidence/evidence.ts'
import type { BundleRefusal } from '../../evidence/sentences/bundle-refusals.ts'
import { z } from '../../parse/zod.ts'
import { evidenceSchema, type BundledEvidence } from './evidence-schema.ts'
import { refuseByDepth, refuseByLength } from './limits.ts'
import {
  BUNDLE_NAME,
  bundleSchema,
  BUNDLE_VERSION,
  manifestSchema,
  type Manifest,
} from './manifest-schema.ts'
import { maskedAgain } from './masked-again.ts'
import { partsAsWritten } from './parts-as-written.ts'
import { rowsApart } from './rows-apart.ts'
import { sha256Hex } from './sha256-hex.ts'
import { upgradeBundle } from './upgrade-bundle.ts'
import { writeList } from './write-bundle.ts'

/** What was in a bundle, or why it was refused as a whole: half a bundle is no evidence. */
export type ReadBundle =
  | { readonly ok: true; readonly evidence: Evidence; readonly manifest: Manifest }
  | { readonly ok: false; readonly reason: BundleRefusal }

const refused = (reason: BundleRefusal): ReadBundle => ({ ok: false, reason })

/** True for a text that claims to be a bundle, of whatever version; reading it may still refuse it. */
export const looksLikeBundle = (text: string): boolean =>
  new RegExp(`^[\\s\\uFEFF]*\\{\\s*"schema"\\s*:\\s*"${BUNDLE_NAME}@`).test(text.slice(0, 200))

/**
 * Reads what writeBundle wrote. Whatever else comes in gives a reason, and never throws. A host that has a faster SHA-256
 * gives it.
 */
export function readBundle(text: string, sha256 = sha256Hex): ReadBundle {
  const tooLong = refuseByLength(text)
  if (tooLong !== null) return refused(tooLong)
  const written = partsAsWritten(text)
  const apart = rowsApart(text, written)
  const rest = apart?.rest ?? text
  const tooDeep = refuseByDepth(rest)
  if (tooDeep !== null) return refused(tooDeep)
  const json = parseJson(rest)
  if (!json.ok) return json
  const envelope = envelopeSchema.safeParse(json.value)
  if (!envelope.success) return refused('it is not a Quotascope bundle')
  const version = versionIn(envelope.data.schema)
  if (typeof version !== 'number') return refused(version)
  const manifest = manifestSchema(version).safeParse(envelope.data.manifest)
  if (!manifest.success) return refused(`its manifest is not valid: ${firstIssue(manifest.error)}`)
  const parsed = evidenceSchema(version).safeParse(envelope.data.evidence)
  if (!parsed.success) return refused(`its evidence is not valid: ${firstIssue(parsed.error)}`)
  const evidence = apart ? { ...parsed.data, records: apart.rows } : parsed.data
  const damaged = findDamage(evidence, manifest.data, { written, sha256 })
  if (damaged !== null) return refused(damaged)
  const isMasked = manifest.data.purpose === 'redacted'
  const upgraded = maskedAgain(upgradeBundle(evidence, version, isMasked))
  return { ok: true, evidence: upgraded, manifest: manifest.data }
}

const envelopeSchema = z.strictObject({ schema: z.string(), manifest: z.unknown(), evidence: z.unknown() })

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: BundleRefusal } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, reason: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** The version of a bundle that this one reads, or why it is refused. */
function versionIn(schema: string): number | BundleRefusal {
  const version = new RegExp(`^${BUNDLE_NAME}@(\\d{1,6})$`).exec(schema)?.[1]
  if (version === undefined) return `its schema is called ${schema.slice(0, 40)}, not ${BUNDLE_NAME}`
  if (Number(version) <= BUNDLE_VERSION) return Number(version)
  return `it is of version ${version} (${schema}); this Quotascope reads up to ${bundleSchema(BUNDLE_VERSION)}`
}

interface Hashing {
  /** The text of each part, where it stands as we write it: then nothing has to be written again to be hashed. */
  readonly written: ReadonlyMap<string, string> | null
  readonly sha256: typeof sha256Hex
}

/** The hashes are of the canonical text, so a bundle that was only laid out anew is still whole. */
function findDamage(
  evidence: BundledEvidence,
  { parts }: Manifest,
  { written, sha256 }: Hashing,
): BundleRefusal | null {
  for (const [name, items] of Object.entries(evidence)) {
    const part = parts[name]
    if (!part) return `its manifest says nothing of ${name}`
    if (part.count !== items.length) return `it should hold ${part.count} ${name} and holds ${items.length}`
    const text = written?.get(name)
    if (text !== undefined && part.sha256 === sha256(text)) continue
    if (part.sha256 !== sha256(writeList(items))) return `its ${name} were changed: their SHA-256 differs`
  }
  return null
}

const firstIssue = ({ issues: [issue] }: z.ZodError) =>
  `${issue?.message ?? 'Invalid input'} at ${issue?.path.map(String).join('.') || 'the top'}` as const
