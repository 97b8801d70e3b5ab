import type { Capture, CaptureSource, CaptureVia } from '../../evidence/kinds/capture.ts'
import type { Codec } from '../segments/codec.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { numbers, type PackedNumbers } from './numbers.ts'
import { optional, type PackedOptional } from './optional.ts'
import { recordIdRuns, type PackedRecordIds } from './record-id-runs.ts'
import { instantOrNull, whens, type PackedWhens } from './whens.ts'

/** The captures of one day. A recorder makes hundreds a day, each with a hundred row ids. */
export interface CaptureColumns {
  readonly ids: PackedIds
  readonly at: PackedNumbers
  readonly vias: PackedDictionary<CaptureVia>
  readonly inputs: PackedDictionary<string>
  readonly sources: PackedDictionary<CaptureSource>
  readonly rows: PackedNumbers
  readonly newest: PackedOptional<PackedWhens>
  readonly oldest: PackedOptional<PackedWhens>
  readonly recordIds: PackedRecordIds
  /** Absent where no list goes on, and in segments from before that was kept. */
  readonly goesOn?: PackedDictionary<boolean>
}

const ids = idsOf('capture')
const vias = words<CaptureVia>()
const inputs = words<string>()
const sources = words<CaptureSource>()
const flags = words<boolean>()
const edges = optional(whens)

export const captureCodec: Codec<Capture, CaptureColumns> = {
  pack: (captures) => ({
    ids: ids.pack(captures.map(({ id }) => id)),
    at: numbers.pack(captures.map(({ at }) => at)),
    vias: vias.pack(captures.map(({ via }) => via)),
    inputs: inputs.pack(captures.map(({ input }) => input)),
    sources: sources.pack(captures.map(({ source }) => source)),
    rows: numbers.pack(captures.map(({ rows }) => rows)),
    newest: edges.pack(captures.map(({ newest }) => newest)),
    oldest: edges.pack(captures.map(({ oldest }) => oldest)),
    recordIds: recordIdRuns.pack(captures.map(({ recordIds }) => recordIds)),
    ...(captures.some(({ goesOn }) => goesOn) && {
      goesOn: flags.pack(captures.map(({ goesOn }) => goesOn === true)),
    }),
  }),
  open: (packed, length) => {
    const idAt = ids.open(packed.ids, length)
    const atAt = numbers.open(packed.at, length)
    const viaAt = vias.open(packed.vias, length)
    const inputAt = inputs.open(packed.inputs, length)
    const sourceAt = sources.open(packed.sources, length)
    const rowsAt = numbers.open(packed.rows, length)
    const newestAt = edges.open(packed.newest, length)
    const oldestAt = edges.open(packed.oldest, length)
    const recordIdsAt = recordIdRuns.open(packed.recordIds, length)
    const goesOnAt = packed.goesOn && flags.open(packed.goesOn, length)
    return {
      length,
      idAt,
      itemAt: (row) => ({
        id: idAt(row),
        at: instantOrNull(atAt(row)),
        via: viaAt(row),
        input: inputAt(row),
        source: sourceAt(row),
        rows: rowsAt(row) ?? 0,
        newest: newestAt(row),
        oldest: oldestAt(row),
        recordIds: recordIdsAt(row),
        ...(goesOnAt?.(row) && { goesOn: true as const }),
      }),
    }
  },
}
