import type { Evidence } from '../../evidence/evidence.ts'
import { isEmpty } from '../../evidence/is-empty.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import type { BundlePurpose } from './manifest-schema.ts'
import { newestOfEach, OLDER, type WrittenBundle } from './newest-of-each.ts'

/** What was read of a file; `bundle` where it was one. */
interface ReadPart {
  readonly evidence: Evidence
  readonly bundle?: WrittenBundle & {
    readonly purpose: BundlePurpose
    readonly history: string
    readonly zone: Zone
  }
}

const ALONE: Reason =
  'a redacted bundle is a history of its own and is merged with no other evidence: report on it alone'

/** Of what was read as one history, the parts that are merged, and of the others why they are not. */
export function whichCount<Part extends ReadPart>(
  parts: readonly Part[],
): {
  readonly counted: readonly Part[]
  readonly leftOut: readonly { readonly part: Part; readonly reason: Reason }[]
} {
  const joined = parts.filter((part) => isAlone(part, parts))
  const bundles = joined.flatMap((part) => (part.bundle ? [{ ...part.bundle, part }] : []))
  const { counted, older } = newestOfEach(bundles)
  const counting = new Set(counted.map(({ part }) => part))
  return {
    counted: joined.filter((part) => !part.bundle || counting.has(part)),
    leftOut: [
      ...parts.filter((part) => !joined.includes(part)).map((part) => ({ part, reason: ALONE })),
      ...older.map(({ part }) => ({ part, reason: OLDER })),
    ],
  }
}

/** Whether a part may be merged with the others: a redacted bundle only with itself. */
const isAlone = (part: ReadPart, parts: readonly ReadPart[]): boolean =>
  part.bundle?.purpose !== 'redacted' ||
  parts.every((other) => other.bundle?.history === part.bundle?.history || isEmpty(other.evidence))

/** The zone that all of it was read in when it was written, where it is nothing but bundles that say the same. */
export function writtenZone(parts: readonly ReadPart[]): Zone {
  const [zone, ...others] = new Set(
    parts.filter(({ evidence }) => !isEmpty(evidence)).map(({ bundle }) => bundle?.zone),
  )
  return others.length === 0 ? (zone ?? UNKNOWN_ZONE) : UNKNOWN_ZONE
}
