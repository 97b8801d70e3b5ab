import { later } from '../time/instant.ts'
import { span } from '../time/span.ts'
import { instantsOfWall, type WallTime } from '../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import type { LocalTime, SetBack, When } from './when.ts'

/** Dates a zone-less text under an assumed zone; under "unknown" it stays local. Nothing is guessed on DST days. */
export function whenOfLocal(text: string, wall: WallTime, length: number, zone: Zone): When {
  if (zone === UNKNOWN_ZONE) return { kind: 'local', local: { text, wall, length, zone: null } }
  return placeLocal({ text, wall, length, zone })
}

/** The same for a stored time: places a local `when` in a zone. */
export function placeWhen(when: When, zone: Zone): When {
  if (when.kind !== 'local' || when.local.zone !== null || zone === UNKNOWN_ZONE) return when
  return placeLocal({ ...when.local, zone })
}

/** The same time, once it is known to be before or after the clock was set back. */
export function whenSetBack(when: When, setBack: SetBack): When {
  if (when.kind === 'local') return { ...when, local: { ...when.local, setBack } }
  return when.kind === 'span' && when.local && when.ambiguous ? placeLocal({ ...when.local, setBack }) : when
}

function placeLocal(local: LocalTime): When {
  if (local.zone === null) return { kind: 'local', local }
  const instants = instantsOfWall(local.wall, local.zone)
  const [first] = instants
  const last = instants.at(-1)
  if (first === undefined || last === undefined) return { kind: 'local', local, skipped: true }
  if (local.setBack) {
    const at = local.setBack === 'before' ? first : last
    return { kind: 'span', span: span(at, later(at, local.length)), local }
  }
  const covered = span(first, later(last, local.length))
  return instants.length > 1
    ? { kind: 'span', span: covered, local, ambiguous: true }
    : { kind: 'span', span: covered, local }
}
