import type { Cause, CauseVerdict, ExcludedOffset, Verdict } from '../../../../shared/analyse/report.ts'

export interface OffsetGroup {
  readonly verdict: Verdict
  readonly offsets: readonly string[]
}

export interface DifferingCause {
  readonly cause: Cause
  readonly groups: readonly OffsetGroup[]
}

/**
 * Puts the offsets of one verdict together, the smaller group first, and keeps only causes whose verdict hinges on
 * the offset. { "+01:00": contradicted, "+02:00": consistent, "+03:00": contradicted } →
 *
 *     consistent     +02:00
 *     contradicted   +01:00 +03:00
 */
export function groupOffsets(verdicts: readonly CauseVerdict[]): {
  readonly differing: readonly DifferingCause[]
  readonly excluded: readonly ExcludedOffset[]
} {
  const differing = verdicts.flatMap(({ cause, byOffset }) => {
    const groups = groupsOf(byOffset ?? {})
    return groups.length > 1 ? [{ cause, groups }] : []
  })
  return { differing, excluded: verdicts[0]?.offsetsExcluded ?? [] }
}

/** The offsets of each verdict, the smaller group first. */
export function groupsOf(byOffset: Readonly<Record<string, Verdict>>): readonly OffsetGroup[] {
  const groups = new Map<Verdict, string[]>()
  for (const [offset, verdict] of Object.entries(byOffset)) {
    const group = groups.get(verdict)
    if (group) group.push(offset)
    else groups.set(verdict, [offset])
  }
  return [...groups]
    .map(([verdict, offsets]) => ({ verdict, offsets: offsets.toSorted(westToEast) }))
    .toSorted((a, b) => a.offsets.length - b.offsets.length)
}

/** −12:00 before −03:30 before +00:00 before +05:45. */
const westToEast = (a: string, b: string): number => minutesOf(a) - minutesOf(b)

const minutesOf = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))
