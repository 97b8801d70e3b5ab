import { reanchor } from '../evidence/annotation.ts'
import type { Capture } from '../evidence/capture.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Sighting } from '../evidence/merge.ts'
import type { When } from '../evidence/when.ts'
import { changeZone, changeZoneOfRecord, concerns, type ZoneChange } from './zone-change.ts'

/** The zone change of something that was read in these captures; null for none. */
export type ChangeOf = (captures: readonly string[]) => ZoneChange | null

/**
 * Evidence with its zone-less times placed, and all that hangs on them: ids of rows, and the captures that list them.
 * Marks stay, as they were read in no capture; annotations follow the row that they hang on.
 */
export function rezoneEvidence(evidence: Evidence, changeOf: ChangeOf): Evidence {
  const changeFor = (item: Sighting) => {
    const change = changeOf(item.origins.map(({ capture }) => capture))
    return change && concerns(change, item.when) ? change : null
  }
  const place = <Item extends Sighting>(item: Item): Item => {
    const change = changeFor(item)
    return change ? { ...item, when: changeZone(change, item.when) } : item
  }
  const newIds = new Map<string, string>()
  const records = evidence.records.map((record) => {
    const change = changeFor(record)
    const placed = change ? changeZoneOfRecord(change, record) : record
    if (placed.id !== record.id) newIds.set(record.id, placed.id)
    return placed
  })
  return {
    ...evidence,
    records,
    snapshots: evidence.snapshots.map(place),
    errors: evidence.errors.map(place),
    calls: evidence.calls.map(place),
    costs: evidence.costs.map(place),
    annotations: evidence.annotations.map((each) => reanchor(each, newIds)),
    captures: evidence.captures.map((capture) => rezoneCapture(capture, changeOf([capture.id]), newIds)),
  }
}

/** The same object where nothing in it changes. */
export function rezoneCapture(
  capture: Capture,
  change: ZoneChange | null,
  newIds: ReadonlyMap<string, string>,
): Capture {
  const place = (when: When | null) => (when && change ? changeZone(change, when) : when)
  const newest = place(capture.newest)
  const oldest = place(capture.oldest)
  const renamed = capture.recordIds.some((id) => newIds.has(id))
  if (newest === capture.newest && oldest === capture.oldest && !renamed) return capture
  return { ...capture, newest, oldest, recordIds: capture.recordIds.map((id) => newIds.get(id) ?? id) }
}
