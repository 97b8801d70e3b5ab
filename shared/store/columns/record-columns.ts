import type { Origin } from '../../evidence/origin.ts'
import type { Outcome, RequestSource, UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { Codec } from '../segments/codec.ts'
import type { ReadAt } from './column.ts'
import { dictionary, words, type PackedDictionary } from './dictionary.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { numbers, type PackedNumbers } from './numbers.ts'
import { origins, type PackedOrigins } from './origins.ts'
import { openRequestIds, packRequestIds, type PackedRequestIds } from './request-ids.ts'
import { whens, type PackedWhens } from './whens.ts'

/** The rows of one day as columns: about 30 bytes a row, where one object a row took 300 and an index entry each. */
export interface RecordColumns {
  readonly ids: PackedIds
  readonly requestIds: PackedRequestIds
  readonly whens: PackedWhens
  readonly sources: PackedDictionary<RequestSource>
  readonly userAgents: PackedDictionary<string | null>
  readonly callTypes: PackedDictionary<string | null>
  readonly models: PackedDictionary<string | null>
  readonly statuses: PackedNumbers
  readonly outcomes: PackedDictionary<Outcome>
  readonly statusTexts: PackedDictionary<string | null>
  readonly absorbed: PackedDictionary<string | null>
  readonly origins: PackedOrigins
}

const ids = idsOf('record')
const texts = words<string | null>()
const outcomes = words<Outcome>()
const sources = dictionary<RequestSource>(({ kind, name, inferred }) =>
  JSON.stringify([kind, name, inferred]),
)

export const recordCodec: Codec<UsageRecord, RecordColumns> = {
  pack: (records) => {
    const packedIds = ids.pack(records.map(({ id }) => id))
    return {
      ids: packedIds,
      requestIds: packRequestIds(
        records.map(({ requestId }) => requestId),
        packedIds,
      ),
      whens: whens.pack(records.map(({ when }) => when)),
      sources: sources.pack(records.map(({ source }) => source)),
      userAgents: texts.pack(records.map(({ userAgent }) => userAgent)),
      callTypes: texts.pack(records.map(({ callType }) => callType)),
      models: texts.pack(records.map(({ model }) => model)),
      statuses: numbers.pack(records.map(({ status }) => status)),
      outcomes: outcomes.pack(records.map(({ outcome }) => outcome)),
      statusTexts: texts.pack(records.map(({ statusText }) => statusText)),
      absorbed: texts.pack(records.map(({ absorbed }) => absorbed ?? null)),
      origins: origins.pack(records.map((record) => record.origins)),
    }
  },
  open: (packed, length) => {
    const readers = openRecords(packed, length)
    return { length, idAt: readers.idAt, itemAt: (row) => recordAt(readers, row) }
  },
}

/** The opened columns of a day: what reads one property of one row. */
export interface RecordReaders {
  readonly idAt: ReadAt<string>
  readonly requestIdAt: ReadAt<string | null>
  readonly whenAt: ReadAt<When>
  readonly sourceAt: ReadAt<RequestSource>
  readonly userAgentAt: ReadAt<string | null>
  readonly callTypeAt: ReadAt<string | null>
  readonly modelAt: ReadAt<string | null>
  readonly statusAt: ReadAt<number | null>
  readonly outcomeAt: ReadAt<Outcome>
  readonly statusTextAt: ReadAt<string | null>
  readonly absorbedAt: ReadAt<string | null>
  readonly originsAt: ReadAt<readonly Origin[]>
}

export const openRecords = (packed: RecordColumns, length: number): RecordReaders => ({
  idAt: ids.open(packed.ids, length),
  requestIdAt: openRequestIds(packed.requestIds, packed.ids, length),
  whenAt: whens.open(packed.whens, length),
  sourceAt: sources.open(packed.sources, length),
  userAgentAt: texts.open(packed.userAgents, length),
  callTypeAt: texts.open(packed.callTypes, length),
  modelAt: texts.open(packed.models, length),
  statusAt: numbers.open(packed.statuses, length),
  outcomeAt: outcomes.open(packed.outcomes, length),
  statusTextAt: texts.open(packed.statusTexts, length),
  absorbedAt: texts.open(packed.absorbed, length),
  originsAt: origins.open(packed.origins, length),
})

/** A row as an object of its own. */
const recordAt = (readers: RecordReaders, row: number): UsageRecord => ({
  id: readers.idAt(row),
  requestId: readers.requestIdAt(row),
  when: readers.whenAt(row),
  source: readers.sourceAt(row),
  userAgent: readers.userAgentAt(row),
  callType: readers.callTypeAt(row),
  model: readers.modelAt(row),
  status: readers.statusAt(row),
  outcome: readers.outcomeAt(row),
  statusText: readers.statusTextAt(row),
  ...absorbedField(readers.absorbedAt(row)),
  origins: readers.originsAt(row),
})

/** True where rows with and without a request id are mixed: then some may be the same row (RECORDS in shelves.ts). */
export const mayAbsorb = ({ requestIds }: RecordColumns): boolean =>
  requestIds.forms.values.includes('none') && requestIds.forms.values.length > 1

const absorbedField = (absorbed: string | null): Pick<UsageRecord, 'absorbed'> =>
  absorbed === null ? {} : { absorbed }
