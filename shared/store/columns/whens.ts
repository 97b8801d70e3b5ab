import type { LocalTime, SetBack, When } from '../../evidence/when.ts'
import { instant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import { wallTime } from '../../time/wall.ts'
import type { KnownZone } from '../../time/zone.ts'
import { DamagedSegment } from '../database/store-error.ts'
import type { Column, ReadAt } from './column.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/**
 * Times. `odd` is what DST does: an ambiguous span, a skipped wall time. The `local…` columns cost nothing (one null)
 * where all rows are in UTC.
 */
export interface PackedWhens {
  readonly kinds: PackedDictionary<When['kind']>
  readonly odd: PackedDictionary<boolean>
  readonly from: PackedNumbers
  readonly length: PackedNumbers
  readonly localTexts: PackedDictionary<string | null>
  readonly localWalls: PackedNumbers
  readonly localLengths: PackedNumbers
  readonly localZones: PackedDictionary<KnownZone | null>
  /** Absent where no row is of an hour that came twice. */
  readonly localSetBacks?: PackedDictionary<SetBack | null>
}

const kinds = words<When['kind']>()
const flags = words<boolean>()
const texts = words<string | null>()
const zones = words<KnownZone | null>()
const setBacks = words<SetBack | null>()

export const whens: Column<When, PackedWhens> = {
  pack: (all) => {
    const spans = all.map((when) => (when.kind === 'span' ? when.span : null))
    const locals = all.map(localOf)
    const sides = locals.map((local) => local?.setBack ?? null)
    return {
      kinds: kinds.pack(all.map((when) => when.kind)),
      odd: flags.pack(all.map(isOdd)),
      from: numbers.pack(spans.map((each) => each?.from ?? null)),
      length: numbers.pack(spans.map((each) => each && each.to - each.from)),
      localTexts: texts.pack(locals.map((local) => local?.text ?? null)),
      localWalls: numbers.pack(locals.map((local) => local?.wall ?? null)),
      localLengths: numbers.pack(locals.map((local) => local?.length ?? null)),
      localZones: zones.pack(locals.map((local) => local?.zone ?? null)),
      ...(sides.some((side) => side !== null) && { localSetBacks: setBacks.pack(sides) }),
    }
  },
  open: (packed, length) => {
    const kindAt = kinds.open(packed.kinds, length)
    const oddAt = flags.open(packed.odd, length)
    const fromAt = numbers.open(packed.from, length)
    const lengthAt = numbers.open(packed.length, length)
    const localAt = openLocals(packed, length)
    return (index) => {
      const kind = kindAt(index)
      if (kind === 'undated') return { kind }
      const local = localAt(index)
      const odd = oddAt(index)
      if (kind === 'local') {
        if (local === null) throw new DamagedSegment(`row ${index} has no local time`)
        return odd ? { kind, local, skipped: true } : { kind, local }
      }
      const from = fromAt(index)
      if (from === null) throw new DamagedSegment(`row ${index} has no time`)
      const covered = span(from, from + (lengthAt(index) ?? 0))
      if (local === null) return odd ? { kind, span: covered, ambiguous: true } : { kind, span: covered }
      return odd ? { kind, span: covered, local, ambiguous: true } : { kind, span: covered, local }
    }
  },
}

const localOf = (when: When): LocalTime | null => (when.kind === 'undated' ? null : (when.local ?? null))

function isOdd(when: When): boolean {
  if (when.kind === 'span') return when.ambiguous === true
  return when.kind === 'local' && when.skipped === true
}

function openLocals(packed: PackedWhens, length: number): ReadAt<LocalTime | null> {
  const textAt = texts.open(packed.localTexts, length)
  const wallAt = numbers.open(packed.localWalls, length)
  const lengthAt = numbers.open(packed.localLengths, length)
  const zoneAt = zones.open(packed.localZones, length)
  const setBackAt = packed.localSetBacks ? setBacks.open(packed.localSetBacks, length) : () => null
  return (index) => {
    const wall = wallAt(index)
    if (wall === null) return null
    const setBack = setBackAt(index)
    return {
      text: textAt(index) ?? '',
      wall: wallTime(wall),
      length: lengthAt(index) ?? 0,
      zone: zoneAt(index),
      ...(setBack && { setBack }),
    }
  }
}

/** The first instant of a dated row, else what its clock showed, else null: what rows of one segment are sorted by. */
export function startOf(when: When): number | null {
  if (when.kind === 'span') return when.span.from
  return when.kind === 'local' ? when.local.wall : null
}

/** Marks a number that a segment holds as an instant, or passes null on. */
export const instantOrNull = (ms: number | null) => (ms === null ? null : instant(ms))
