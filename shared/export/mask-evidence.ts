import { isKey } from '../evidence/kinds/device.ts'
import type { Sentence } from '../evidence/sentences/sentence.ts'
import type { Evidence, EvidenceItem, Kind } from '../evidence/evidence.ts'
import { evidenceFor, KINDS } from '../evidence/kinds/kinds.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import type { Origin } from '../evidence/origin.ts'
import { plainRecord, type UsageRecord } from '../evidence/kinds/usage-record.ts'
import { maskUnder, type MaskKey } from './mask-key.ts'
import { maskNamesIn, type MaskNames } from './mask-names.ts'
import { evidenceId } from '../evidence/id.ts'

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
  const hexOf = maskUnder(key)
  const rename = renameWith(hexOf, evidence.records)
  const names = maskNamesIn(evidence)
  const mask = maskOf(hexOf, rename, names)
  const masked = evidenceFor(KINDS, <Each extends Kind>(kind: Each) =>
    maskAll<Each>(evidence[kind], MASKS[kind], mask),
  )
  return { evidence: mergeEvidence(masked), rename, names, counts: countsOf(evidence, names) }
}

/** What the parts of an item are masked with. */
interface Mask {
  readonly hexOf: HexOf
  readonly rename: Rename
  readonly names: MaskNames
  readonly origins: (list: readonly Origin[]) => readonly Origin[]
  readonly input: (name: string) => string
  /** A word that a client or service chose. It should hold nothing personal; whether it does, nobody can promise. */
  readonly word: (text: string | null) => string | null
}

const maskOf = (hexOf: HexOf, rename: Rename, names: MaskNames): Mask => ({
  hexOf,
  rename,
  names,
  origins: (list) => list.map(({ capture, at }) => ({ capture: rename(capture), at })),
  input: (name) => names.inputs.get(name) ?? name,
  word: (text) => (text === null ? null : names.message(text)),
})

type MaskItem<Each extends Kind> = (item: EvidenceItem[Each], mask: Mask) => EvidenceItem[Each]

const maskAll = <Each extends Kind>(
  items: Evidence[Each],
  maskItem: MaskItem<Each>,
  mask: Mask,
): readonly EvidenceItem[Each][] => items.map((item) => maskItem(item, mask))

/** What is masked of an item, by kind; an id always is. */
const MASKS: { readonly [Each in Kind]: MaskItem<Each> } = {
  records: (record, { hexOf, rename, names, origins, word }) => ({
    ...plainRecord(record),
    id: rename(record.id),
    requestId: record.requestId === null ? null : maskedRequestId(hexOf, record),
    source: { ...record.source, name: labelOf(names.keys, record.source.name) },
    userAgent: word(record.userAgent),
    callType: word(record.callType),
    model: word(record.model),
    statusText: word(record.statusText),
    ...(record.absorbed !== undefined && { absorbed: rename(record.absorbed) }),
    origins: origins(record.origins),
  }),
  snapshots: (snapshot, { rename, origins, word }) => ({
    ...snapshot,
    id: rename(snapshot.id),
    plan: word(snapshot.plan),
    origins: origins(snapshot.origins),
  }),
  errors: (error, { rename, names, origins, word }) => ({
    ...error,
    id: rename(error.id),
    type: word(error.type),
    message: names.message(error.message),
    readWith: error.readWith === null ? null : rename(error.readWith),
    origins: origins(error.origins),
  }),
  calls: (call, { rename, origins, word }) => ({
    ...call,
    id: rename(call.id),
    agent: word(call.agent),
    model: word(call.model),
    origins: origins(call.origins),
  }),
  costs: (cost, { rename, names, origins }) => ({
    ...cost,
    id: rename(cost.id),
    product: names.message(cost.product),
    origins: origins(cost.origins),
  }),
  devices: (device, { rename, names, origins, word }) => ({
    ...device,
    id: rename(device.id),
    name: labelOf(isKey(device) ? names.keys : names.devices, device.name),
    platform: word(device.platform),
    clientVersion: word(device.clientVersion),
    origins: origins(device.origins),
  }),
  marks: (mark, { rename, names }) => ({ ...mark, id: rename(mark.id), text: names.note(mark.text) }),
  annotations: (annotation, { rename, names }) => ({
    ...annotation,
    id: rename(annotation.id),
    anchor: rename(annotation.anchor),
    text: names.note(annotation.text),
  }),
  captures: (capture, { rename, input }) => ({
    ...capture,
    id: rename(capture.id),
    input: input(capture.input),
    recordIds: capture.recordIds.map(rename),
  }),
  rejects: (reject, { rename, names, input }) => ({
    ...reject,
    id: rename(reject.id),
    input: input(reject.input),
    capture: rename(reject.capture),
    reason: maskSentence(reject.reason, names),
    excerpt: names.note(reject.excerpt),
  }),
  unknownFields: (field, { names }) => ({ ...field, path: names.message(field.path) }),
}

/** What is filled into a sentence is quoted from what was read. */
const maskSentence = ({ code, values }: Sentence, names: MaskNames): Sentence => ({
  code,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? names.message(value)
        : typeof value === 'number'
          ? value
          : maskSentence(value, names),
    ]),
  ),
})

const labelOf = (labels: ReadonlyMap<string, string>, name: string | null): string | null =>
  name === null ? null : (labels.get(name) ?? name)

const countsOf = ({ records }: Evidence, names: MaskNames): MaskCounts => ({
  requestIds: records.filter(({ requestId }) => requestId !== null).length,
  keyNames: names.keys.size,
  deviceNames: names.devices.size,
  inputNames: names.inputs.size,
})

/** Gives each evidence id (`record:…`, `incident:…`) its masked one; the kind before the colon stays. */
type Rename = (id: string) => string
type HexOf = ReturnType<typeof maskUnder>

/** A request id as exports show it: recognisable as masked, and the same wherever it stands. */
const maskedRequestId = (hexOf: HexOf, record: Pick<UsageRecord, 'id'>): string =>
  `masked-${hexOf(record.id).slice(0, 16)}`

/**
 * Masked rows keep the rule that the id of a row follows from its request id (usage-record.ts), so that a masked bundle
 * that is imported twice still gives each row once.
 */
function renameWith(hexOf: HexOf, records: readonly UsageRecord[]): Rename {
  const known = new Map(
    records
      .filter(({ requestId }) => requestId !== null)
      .map((record) => [record.id, evidenceId('record', 'request', maskedRequestId(hexOf, record))]),
  )
  return (id) => {
    const renamed = known.get(id) ?? `${id.slice(0, id.indexOf(':') + 1)}${hexOf(id)}`
    known.set(id, renamed)
    return renamed
  }
}
