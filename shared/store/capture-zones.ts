import type { Evidence } from '../evidence/evidence.ts'
import type { When } from '../evidence/when.ts'
import { UNKNOWN_ZONE, type KnownZone } from '../time/zone.ts'
import { rezoneEvidence } from './rezone-evidence.ts'
import type { Store } from './store.ts'

/**
 * Evidence as it is to be stored: what is zone-less and was read in a capture whose zone became known is placed, so that
 * the same paste, pasted again, gives the same rows and no new ones. Must run inside a transaction.
 */
export async function placeKnownCaptures(
  store: Store,
  account: string,
  evidence: Evidence,
): Promise<Evidence> {
  const captures = zonelessCaptures(evidence)
  if (captures.length === 0) return evidence
  const found = await store.captureZones.bulkGet(captures.map((capture) => [account, capture]))
  const zones = new Map(found.flatMap((known) => (known ? [[known.capture, known.zone] as const] : [])))
  if (zones.size === 0) return evidence
  return rezoneEvidence(evidence, (ids) => {
    const zone = ids.map((id) => zones.get(id)).find((known) => known !== undefined)
    return zone === undefined ? null : { from: UNKNOWN_ZONE, to: zone }
  })
}

/** Remembers the zone of captures. Must run inside a transaction. */
export async function noteCaptureZones(
  store: Store,
  account: string,
  captures: Iterable<string>,
  zone: KnownZone,
): Promise<void> {
  await store.captureZones.bulkPut([...captures].map((capture) => ({ account, capture, zone })))
}

/** The captures of which something has a local time without a zone. */
function zonelessCaptures(evidence: Evidence): string[] {
  const { records, snapshots, errors, calls, costs, captures } = evidence
  const ids = [records, snapshots, errors, calls, costs]
    .flat()
    .filter(({ when }) => isZoneless(when))
    .flatMap(({ origins }) => origins.map(({ capture }) => capture))
  const own = captures.filter(({ newest, oldest }) => isZoneless(newest) || isZoneless(oldest))
  return [...new Set([...ids, ...own.map(({ id }) => id)])]
}

const isZoneless = (when: When | null) => when?.kind === 'local' && when.local.zone === null
