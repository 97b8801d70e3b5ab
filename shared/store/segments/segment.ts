import type { When } from '../../evidence/when.ts'
import type { Codec, OpenSegment } from './codec.ts'
import { startOf } from '../columns/whens.ts'
import type { SegmentHome } from './segment-home.ts'
import { DamagedSegment, StoreError } from '../database/store-error.ts'
import { Crc32 } from '../../evidence/crc32.ts'

/**
 * The items of one kind, account and day: the unit in which the database reads and writes
 * (docs/decisions/0009-day-segments.md).
 */
export interface Segment<Columns> extends SegmentHome {
  readonly account: string
  /** Of the columns. A change of their meaning raises it and adds a step to `openSegment`. */
  readonly format: number
  readonly length: number
  readonly columns: Columns
  /** Of all the rest; absent in what was written before it was kept. */
  readonly checksum?: number
}

export type SegmentKey = readonly [account: string, basis: string, day: string]

export const SEGMENT_FORMAT = 1

/** Packs the items of one day, sorted by time and then by id, so that the same items give the same segment. */
export function packSegment<Item extends { readonly id: string }, Columns>(
  codec: Codec<Item, Columns>,
  whenOf: (item: Item) => When,
  account: string,
  { basis, day }: SegmentHome,
  items: readonly Item[],
): Segment<Columns> {
  const sorted = sortByTime(items, whenOf)
  const columns = codec.pack(sorted)
  const segment = { account, basis, day, format: SEGMENT_FORMAT, length: sorted.length, columns }
  return { ...segment, checksum: checksumOf(segment) }
}

/** Earliest first, undated before all, equals by id. */
export function sortByTime<Item extends { readonly id: string }>(
  items: readonly Item[],
  whenOf: (item: Item) => When,
): readonly Item[] {
  const start = (item: Item) => startOf(whenOf(item)) ?? -Infinity
  return items.toSorted((a, b) => {
    const from = start(a)
    const to = start(b)
    if (from !== to) return from - to
    return a.id < b.id ? -1 : 1
  })
}

/**
 * Opens a segment without unpacking it. Throws a StoreError: `newer` when a later version wrote it, `damaged` when its
 * columns do not hold what it says.
 */
export function openSegment<Item, Columns>(
  codec: Codec<Item, Columns>,
  segment: Segment<Columns>,
): OpenSegment<Item> {
  const { checksum, ...summed } = segment
  const { account, basis, day, format, length, columns } = summed
  if (format > SEGMENT_FORMAT)
    throw new StoreError(
      'newer',
      `segment ${basis} ${day} has format ${format}, this version reads ${SEGMENT_FORMAT}`,
    )
  try {
    if (checksum !== undefined && checksum !== checksumOf(summed)) throw new Error('its checksum differs')
    return codec.open(columns, length)
  } catch (cause) {
    throw new DamagedSegment(`segment ${basis} ${day} of account ${account}`, cause)
  }
}

const encoder = new TextEncoder()

/**
 * A CRC-32 checksum of a stored value: over the bytes of buffers and the JSON of everything else. It detects damage to any
 * single byte, not forgery, and is stable across a round trip through the database.
 */
function checksumOf(value: unknown): number {
  const sum = new Crc32()
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (!ArrayBuffer.isView(each)) return each instanceof Map ? [...each] : each
    sum.push(new Uint8Array(each.buffer, each.byteOffset, each.byteLength))
    return [each.constructor.name, each.byteLength]
  })
  sum.push(encoder.encode(text))
  return sum.value
}
