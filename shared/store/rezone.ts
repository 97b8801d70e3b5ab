import type { Capture } from '../evidence/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../evidence/evidence.ts'
import type { Sighting } from '../evidence/merge.ts'
import { UNKNOWN_ZONE, type KnownZone, type Zone } from '../time/zone.ts'
import { noteCaptureZones } from './capture-zones.ts'
import { evidenceTables } from './evidence-tables.ts'
import { guarded } from './guarded.ts'
import { putOnShelf } from './put-on-shelf.ts'
import { rezoneEvidence } from './rezone-evidence.ts'
import { CALLS, CAPTURES, COSTS, ERRORS, RECORDS, SNAPSHOTS } from './shelves.ts'
import type { Store } from './store.ts'
import { storedWithLocalTime, takeStored } from './stored-items.ts'
import { newIdsOf, reanchorAnnotations, rezoneUserItems } from './rezone-user-items.ts'
import { concerns, type ZoneChange } from './zone-change.ts'

export interface RezoneOptions {
  /** Which zone the times have until now: none (the default), or one that was assumed and is to be corrected. */
  readonly from?: Zone
  /** Only what was read in these captures, and in others that show the same rows. All, when left out. */
  readonly captures?: ReadonlySet<string>
}

/** What a rezone did, in rows of history. */
export interface RezoneSummary {
  readonly moved: number
  /** Of the moved: their time occurs twice in the zone, as clocks were put back. */
  readonly ambiguous: number
  /** Of the moved: their time does not occur in the zone, as clocks were put forward; they stay without an instant. */
  readonly skipped: number
}

/**
 * The zone of zone-less evidence became known (or, with `from`, turns out to be another): its rows get their instants
 * and ids, move to their UTC days and are merged with what lies there, and so does all else that is zone-less, in one
 * transaction (DESIGN.md 3). The captures are remembered: the same paste, pasted again, is placed alike. Throws a
 * StoreError.
 */
export function rezone(
  store: Store,
  account: string,
  zone: KnownZone,
  { from = UNKNOWN_ZONE, captures }: RezoneOptions = {},
): Promise<RezoneSummary> {
  const change: ZoneChange = { from, to: zone }
  return guarded(store, () =>
    store.transaction('rw', evidenceTables(store), async () => {
      const concerned = await storedConcerned(store, account, change)
      const chosen = captures ? linkedCaptures(captures, sightingsOf(concerned)) : null
      const leaving = chosen ? onlyOf(concerned, chosen) : concerned
      const seenIn = new Set(sightingsOf(leaving).flatMap(capturesOf))
      const taken = { ...leaving, captures: await takeAll(store, account, leaving, seenIn) }
      const placed = rezoneEvidence(taken, () => change)
      await putOnShelf(RECORDS, store, account, placed.records)
      await putOnShelf(SNAPSHOTS, store, account, placed.snapshots)
      await putOnShelf(ERRORS, store, account, placed.errors)
      await putOnShelf(CALLS, store, account, placed.calls)
      await putOnShelf(COSTS, store, account, placed.costs)
      await putOnShelf(CAPTURES, store, account, placed.captures)
      await noteCaptureZones(store, account, seenIn, zone)
      await reanchorAnnotations(store, account, newIdsOf(taken, placed))
      if (!captures) await rezoneUserItems(store, account, change)
      return summaryOf(placed)
    }),
  )
}

async function storedConcerned(store: Store, account: string, change: ZoneChange): Promise<Evidence> {
  const isConcerned = ({ when }: Sighting) => concerns(change, when)
  return {
    ...NO_EVIDENCE,
    records: (await storedWithLocalTime(RECORDS, store, account)).filter(isConcerned),
    snapshots: (await storedWithLocalTime(SNAPSHOTS, store, account)).filter(isConcerned),
    errors: (await storedWithLocalTime(ERRORS, store, account)).filter(isConcerned),
    calls: (await storedWithLocalTime(CALLS, store, account)).filter(isConcerned),
    costs: (await storedWithLocalTime(COSTS, store, account)).filter(isConcerned),
  }
}

const sightingsOf = ({ records, snapshots, errors, calls, costs }: Evidence): Sighting[] => [
  ...records,
  ...snapshots,
  ...errors,
  ...calls,
  ...costs,
]

const capturesOf = ({ origins }: Sighting) => origins.map(({ capture }) => capture)

/** A row that two captures show ties their zones together: what one of them gets, both get. */
function linkedCaptures(captures: ReadonlySet<string>, sightings: readonly Sighting[]): ReadonlySet<string> {
  const linked = new Set(captures)
  let before = 0
  while (before < linked.size) {
    before = linked.size
    for (const ids of sightings.map(capturesOf))
      if (ids.some((id) => linked.has(id))) for (const id of ids) linked.add(id)
  }
  return linked
}

function onlyOf(evidence: Evidence, captures: ReadonlySet<string>): Evidence {
  const isOf = (item: Sighting) => capturesOf(item).some((id) => captures.has(id))
  return {
    ...evidence,
    records: evidence.records.filter(isOf),
    snapshots: evidence.snapshots.filter(isOf),
    errors: evidence.errors.filter(isOf),
    calls: evidence.calls.filter(isOf),
    costs: evidence.costs.filter(isOf),
  }
}

const idsOf = (items: readonly Sighting[]) => new Set(items.map(({ id }) => id))

/** Takes the evidence out of its segments, and with it the captures that show it, which it gives. */
async function takeAll(
  store: Store,
  account: string,
  { records, snapshots, errors, calls, costs }: Evidence,
  captures: ReadonlySet<string>,
): Promise<Capture[]> {
  await takeStored(RECORDS, store, account, idsOf(records))
  await takeStored(SNAPSHOTS, store, account, idsOf(snapshots))
  await takeStored(ERRORS, store, account, idsOf(errors))
  await takeStored(CALLS, store, account, idsOf(calls))
  await takeStored(COSTS, store, account, idsOf(costs))
  return takeStored(CAPTURES, store, account, captures)
}

function summaryOf({ records }: Evidence): RezoneSummary {
  return {
    moved: records.length,
    ambiguous: records.filter(({ when }) => when.kind === 'span' && when.ambiguous === true).length,
    skipped: records.filter(({ when }) => when.kind === 'local' && when.skipped === true).length,
  }
}
