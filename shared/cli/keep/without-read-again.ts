import type { Evidence } from '../../evidence/evidence.ts'

/**
 * What was kept, without the refusals and calls that were read again. A log that grows is another text each time; else
 * whoever keeps it every hour would have each of its lines from every hour.
 */
export function withoutReadAgain(kept: Evidence, fresh: Evidence): Evidence {
  const errors = notIn(fresh.errors, kept.errors)
  const calls = notIn(fresh.calls, kept.calls)
  const { records, snapshots, costs, devices } = kept
  const cited = new Set(
    [records, snapshots, costs, devices, errors, calls].flatMap((pieces) =>
      pieces.flatMap(({ origins }) => origins.map(({ capture }) => capture)),
    ),
  )
  const captures = kept.captures.filter(({ id, rows }) => rows > 0 || cited.has(id))
  const there = new Set(captures.map(({ id }) => id))
  return {
    ...kept,
    errors,
    calls,
    captures,
    rejects: kept.rejects.filter(({ capture }) => there.has(capture)),
  }
}

function notIn<Piece extends { readonly id: string }>(
  fresh: readonly Piece[],
  kept: readonly Piece[],
): readonly Piece[] {
  const again = new Set(fresh.map(({ id }) => id))
  return kept.filter(({ id }) => !again.has(id))
}
