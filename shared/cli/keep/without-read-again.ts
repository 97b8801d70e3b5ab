import type { Evidence } from '../../evidence/evidence.ts'
import { SIGHTED_KINDS } from '../../evidence/kinds/kinds.ts'

/**
 * What was kept, without the refusals and calls that were read again. A log that grows is another text each time; else
 * whoever keeps it every hour would have each of its lines from every hour.
 */
export function withoutReadAgain(kept: Evidence, fresh: Evidence): Evidence {
  const errors = notIn(fresh.errors, kept.errors)
  const calls = notIn(fresh.calls, kept.calls)
  const left = { ...kept, errors, calls }
  const cited = new Set(
    SIGHTED_KINDS.flatMap((kind) =>
      left[kind].flatMap(({ origins }) => origins.map(({ capture }) => capture)),
    ),
  )
  const captures = kept.captures.filter(({ id, rows }) => rows > 0 || cited.has(id))
  const there = new Set(captures.map(({ id }) => id))
  return {
    ...left,
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
