import type { BlockedWindow } from '../../shared/analyse/report.ts'
import type { When } from '../../shared/evidence/when.ts'
import { instant, type Instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import {
  instantsOfWall,
  readWallTime,
  wallTime,
  writeWallTime,
  type WallTime,
} from '../../shared/time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, UTC, type KnownZone, type Zone } from '../../shared/time/zone.ts'

/**
 * On which clock somebody picks times: that of a zone, or (null) the wall clock of evidence that was printed without
 * one. What is picked on the latter stays zone-less, so that it moves with that evidence when the zone becomes known.
 */
export type PickingClock = KnownZone | null

export const clockToPickOn = ({ local }: BlockedWindow, zone: Zone): PickingClock =>
  local ? null : zone === UNKNOWN_ZONE ? UTC : zone

/** The edges of a block as a field for date and time takes them; empty where nothing dates it. */
export function edgesToPick(
  { span: range, local }: BlockedWindow,
  clock: PickingClock,
): { readonly from: string; readonly to: string } {
  if (local && clock === null) return { from: fieldText(local.from), to: fieldText(local.to) }
  if (!range || clock === null) return { from: '', to: '' }
  const onWall = (at: Instant) => wallTime(at + offsetAt(clock, at))
  return { from: fieldText(onWall(range.from)), to: fieldText(onWall(range.to)) }
}

const fieldText = (wall: WallTime): string => writeWallTime(wall).replace(' ', 'T')

export type Picked =
  | { readonly ok: true; readonly when: When }
  | { readonly ok: false; readonly problem: 'incomplete' | 'backwards' | 'skipped' }

/** The stretch between two times of fields; or what is wrong with them. */
export function readPicked(fromText: string, toText: string, clock: PickingClock): Picked {
  const from = readWallTime(fromText)
  const to = readWallTime(toText)
  if (from === null || to === null) return { ok: false, problem: 'incomplete' }
  if (from >= to) return { ok: false, problem: 'backwards' }
  if (clock === null) {
    const local = { text: writeWallTime(from), wall: from, length: to - from, zone: null }
    return { ok: true, when: { kind: 'local', local } }
  }
  // A time that the clock showed twice means the wider stretch.
  const first = instantsOfWall(from, clock)[0]
  const last = instantsOfWall(to, clock).at(-1)
  if (first === undefined || last === undefined) return { ok: false, problem: 'skipped' }
  return { ok: true, when: { kind: 'span', span: span(first, instant(Math.max(first + 1, last))) } }
}
