import type { Capture } from '../evidence/capture.ts'
import { instant, type Instant } from '../time/instant.ts'
import { offsetZone, UNKNOWN_ZONE } from '../time/zone.ts'
import { neutral } from './facts/fact.ts'
import { spanInFrame, type Frame } from './placed-records.ts'
import type { Fact } from './report.ts'
import type { Rules } from './rules.ts'

/** Why a UTC offset (ms) is none that the rows can have been printed under; null where nothing speaks against it. */
export type FutureOffsets = (offset: number) => Fact | null

/**
 * A row cannot be newer than the moment at which it was captured, nor than now: that rules offsets out, whatever block is
 * asked about, so each is looked at once.
 */
export function futureOffsets(
  wall: Frame,
  captures: readonly Capture[],
  now: Instant,
  rules: Rules,
): FutureOffsets {
  const limits = captures.flatMap((capture) => {
    const row = capture.newest && spanInFrame(capture.newest, 'wall', UNKNOWN_ZONE)
    return row && capture.at !== null ? [{ row: row.from, limit: capture.at, ref: capture.id }] : []
  })
  const newest = wall.records.at(-1)
  if (newest) limits.push({ row: newest.at, limit: now, ref: newest.record.id })
  const [strictest] = limits.toSorted(
    (a, b) => b.row - b.limit - (a.row - a.limit) || (a.ref < b.ref ? -1 : 1),
  )
  const known = new Map<number, Fact | null>()
  return (offset) => {
    const fact = known.get(offset)
    if (fact !== undefined) return fact
    const isBroken = strictest && strictest.row - offset > strictest.limit + rules.offsetSlack
    const found = isBroken ? inFuture(offset, strictest) : null
    known.set(offset, found)
    return found
  }
}

const inFuture = (offset: number, { row, ref }: { readonly row: number; readonly ref: string }): Fact =>
  neutral('offset_in_future', {
    values: {
      offset: { unit: 'text', value: offsetZone(offset) },
      latest: { unit: 'instant', value: instant(row - offset) },
    },
    refs: [ref],
  })
