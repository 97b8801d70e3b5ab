import { isKey } from '../evidence/device.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import type { Origin } from '../evidence/origin.ts'
import { plainRecord, type UsageRecord } from '../evidence/usage-record.ts'
import { maskedRequestId, renameUnder, type Rename } from './mask-ids.ts'
import type { MaskKey } from './mask-key.ts'
import { maskNamesIn, type MaskNames } from './mask-names.ts'

/** How much of what was replaced, to say so beside the export. */
export interface MaskCounts {
  readonly requestIds: number
  readonly keyNames: number
  readonly deviceNames: number
  readonly inputNames: number
}

export interface MaskedEvidence {
  readonly evidence: Evidence
  readonly rename: Rename
  readonly names: MaskNames
  readonly counts: MaskCounts
}

/**
 * Evidence without what tells who it is of: ids are replaced under the key, names of keys, devices and files by numbers,
 * and free text is cleared of ids, addresses, paths and those names. Times, statuses, clients, models and meters stay.
 */
export function maskEvidence(evidence: Evidence, key: MaskKey): MaskedEvidence {
  const rename = renameUnder(key, evidence.records)
  const names = maskNamesIn(evidence)
  const origins = (list: readonly Origin[]) =>
    list.map(({ capture, at }) => ({ capture: rename(capture), at }))
  const input = (name: string) => names.inputs.get(name) ?? name
  /** A word that a client or service chose. It should hold nothing personal; whether it does, nobody can promise. */
  const word = (text: string | null) => (text === null ? null : names.message(text))
  const maskRecord = (record: UsageRecord): UsageRecord => ({
    ...plainRecord(record),
    id: rename(record.id),
    requestId: record.requestId === null ? null : maskedRequestId(key, record),
    source: { ...record.source, name: labelOf(names.keys, record.source.name) },
    userAgent: word(record.userAgent),
    callType: word(record.callType),
    model: word(record.model),
    statusText: word(record.statusText),
    ...(record.absorbed !== undefined && { absorbed: rename(record.absorbed) }),
    origins: origins(record.origins),
  })
  const masked: Evidence = {
    records: evidence.records.map(maskRecord),
    snapshots: evidence.snapshots.map((each) => ({
      ...each,
      id: rename(each.id),
      plan: word(each.plan),
      conflicts: each.conflicts.map(names.message),
      origins: origins(each.origins),
    })),
    errors: evidence.errors.map((each) => ({
      ...each,
      id: rename(each.id),
      type: word(each.type),
      message: names.message(each.message),
      readWith: each.readWith === null ? null : rename(each.readWith),
      origins: origins(each.origins),
    })),
    calls: evidence.calls.map((each) => ({
      ...each,
      id: rename(each.id),
      agent: word(each.agent),
      model: word(each.model),
      origins: origins(each.origins),
    })),
    costs: evidence.costs.map((each) => ({
      ...each,
      id: rename(each.id),
      product: names.message(each.product),
      origins: origins(each.origins),
    })),
    devices: evidence.devices.map((each) => ({
      ...each,
      id: rename(each.id),
      name: labelOf(isKey(each) ? names.keys : names.devices, each.name),
      platform: word(each.platform),
      clientVersion: word(each.clientVersion),
      origins: origins(each.origins),
    })),
    marks: evidence.marks.map((each) => ({ ...each, id: rename(each.id), text: names.note(each.text) })),
    annotations: evidence.annotations.map((each) => ({
      ...each,
      id: rename(each.id),
      anchor: rename(each.anchor),
      text: names.note(each.text),
    })),
    captures: evidence.captures.map((each) => ({
      ...each,
      id: rename(each.id),
      input: input(each.input),
      recordIds: each.recordIds.map(rename),
    })),
    rejects: evidence.rejects.map((each) => ({
      ...each,
      id: rename(each.id),
      input: input(each.input),
      capture: rename(each.capture),
      reason: names.message(each.reason),
      excerpt: names.note(each.excerpt),
    })),
    unknownFields: evidence.unknownFields.map((each) => ({ ...each, path: names.message(each.path) })),
  }
  return { evidence: mergeEvidence(masked), rename, names, counts: countsOf(evidence, names) }
}

const labelOf = (labels: ReadonlyMap<string, string>, name: string | null): string | null =>
  name === null ? null : (labels.get(name) ?? name)

const countsOf = ({ records }: Evidence, names: MaskNames): MaskCounts => ({
  requestIds: records.filter(({ requestId }) => requestId !== null).length,
  keyNames: names.keys.size,
  deviceNames: names.devices.size,
  inputNames: names.inputs.size,
})
