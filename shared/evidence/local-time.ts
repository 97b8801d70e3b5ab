import { later } from '../time/instant.ts'
import { span } from '../time/span.ts'
import { instantsOfWall, type WallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import type { LocalTime, When } from './when.ts'

/** Dates a zone-less text under an assumed zone; under "unknown" it stays local. Nothing is guessed on DST days. */
export function whenOfLocal(text: string, wall: WallTime, length: number, zone: Zone): When {
  if (zone === UNKNOWN_ZONE) return { kind: 'local', local: { text, wall, length, zone: null } }
  return placeLocal({ text, wall, length, zone })
}

/** The same for a time that is already kept: gives a local `when` the zone that has become known. */
export function placeWhen(when: When, zone: Zone): When {
  if (when.kind !== 'local' || when.local.zone !== null || zone === UNKNOWN_ZONE) return when
  return placeLocal({ ...when.local, zone })
}

function placeLocal(local: LocalTime): When {
  if (local.zone === null) return { kind: 'local', local }
  const instants = instantsOfWall(local.wall, local.zone)
  const [first] = instants
  const last = instants.at(-1)
  if (first === undefined || last === undefined) return { kind: 'local', local, skipped: true }
  const covered = span(first, later(last, local.length))
  return instants.length > 1
    ? { kind: 'span', span: covered, local, ambiguous: true }
    : { kind: 'span', span: covered, local }
}
