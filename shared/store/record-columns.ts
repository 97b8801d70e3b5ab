import type { Outcome, RequestSource, UsageRecord } from '../evidence/usage-record.ts'
import type { Codec } from './codec.ts'
import { dictionary, words, type PackedDictionary } from './columns/dictionary.ts'
import { idsOf, type PackedIds } from './columns/ids.ts'
import { numbers, type PackedNumbers } from './columns/numbers.ts'
import { origins, type PackedOrigins } from './columns/origins.ts'
import { openRequestIds, packRequestIds, type PackedRequestIds } from './columns/request-ids.ts'
import { whens, type PackedWhens } from './columns/whens.ts'

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
    const idAt = ids.open(packed.ids, length)
    const requestIdAt = openRequestIds(packed.requestIds, packed.ids, length)
    const whenAt = whens.open(packed.whens, length)
    const sourceAt = sources.open(packed.sources, length)
    const userAgentAt = texts.open(packed.userAgents, length)
    const callTypeAt = texts.open(packed.callTypes, length)
    const modelAt = texts.open(packed.models, length)
    const statusAt = numbers.open(packed.statuses, length)
    const outcomeAt = outcomes.open(packed.outcomes, length)
    const statusTextAt = texts.open(packed.statusTexts, length)
    const absorbedAt = texts.open(packed.absorbed, length)
    const originsAt = origins.open(packed.origins, length)
    return {
      length,
      idAt,
      itemAt: (row) => ({
        id: idAt(row),
        requestId: requestIdAt(row),
        when: whenAt(row),
        source: sourceAt(row),
        userAgent: userAgentAt(row),
        callType: callTypeAt(row),
        model: modelAt(row),
        status: statusAt(row),
        outcome: outcomeAt(row),
        statusText: statusTextAt(row),
        ...absorbedField(absorbedAt(row)),
        origins: originsAt(row),
      }),
    }
  },
}

const absorbedField = (absorbed: string | null): Pick<UsageRecord, 'absorbed'> =>
  absorbed === null ? {} : { absorbed }
