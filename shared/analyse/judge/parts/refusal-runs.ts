import { causeNamed, causesNamed } from '../../blocks/error-causes.ts'
import { isServerError, type Refusal } from '../../blocks/refusals.ts'
import type { Rules } from '../../rules.ts'

/** Refusals in a row that may have one reason, by what they say of it. */
export interface RefusalRun {
  /** What the texts say; null where none says anything. */
  said: string | null
  readonly statuses: Set<number>
  readonly refusals: [Refusal, ...Refusal[]]
}

/**
 * Refusals in runs of one kind. Texts tell kinds apart by the causes that they name, or else by their class; where one of
 * two refusals has no text, their statuses do, so that a row and the text of the same call are of one kind.
 *
 *     text      concurrency            5 hours
 *     status    429  429  429   │ 403  403  403
 */
export function runsOf(refusals: readonly Refusal[], saidBy = namedBy): readonly RefusalRun[] {
  const runs: RefusalRun[] = []
  for (const refusal of refusals) {
    const last = runs.at(-1)
    const said = saidBy(refusal)
    if (last && fits(last, refusal, said)) join(last, refusal, said)
    else
      runs.push({
        said,
        statuses: new Set(refusal.status === null ? [] : [refusal.status]),
        refusals: [refusal],
      })
  }
  return runs
}

function join(run: RefusalRun, refusal: Refusal, said: string | null): void {
  run.said ??= said
  if (refusal.status !== null) run.statuses.add(refusal.status)
  run.refusals.push(refusal)
}

/** A code of a failing server says the same as its texts. */
function namedBy({ error, status }: Refusal): string | null {
  if (error && error.errorClass !== 'other') return causesNamed(error).join(' ') || error.errorClass
  return isServerError(status) ? 'platform' : null
}

/** The same, and of a text of unknown wording its words: what it names is not known, that it says something else is. */
export const wordedBy = (refusal: Refusal): string | null =>
  namedBy(refusal) ?? (refusal.error && `other: ${refusal.error.message}`)

function fits(run: RefusalRun, refusal: Refusal, said: string | null): boolean {
  if (said !== null && run.said !== null) return said === run.said
  return refusal.status === null || run.statuses.size === 0 || run.statuses.has(refusal.status)
}

/** The same kind may come up again after another. */
export const kindOf = ({ said, statuses }: RefusalRun): string =>
  said ?? [...statuses].toSorted((a, b) => a - b).join(' ')

const isNamedTwice = ({ refusals }: RefusalRun): boolean =>
  refusals.filter(({ error }) => error !== null && causeNamed(error) !== null).length > 1

/**
 * The runs without strays: a word in between says nothing of the time around it. A run stands by itself where it goes on for
 * a while until the next run or the end of the block, for longer if it is a single refusal, where it comes after a long
 * silence, or, in a block of some length, where more than one text names its cause without doubt. Others go to the run before,
 * or else to the one after.
 */
export function withoutStrays(
  runs: readonly RefusalRun[],
  end: number,
  { partLength, loneRefusal }: Rules['parts'],
): readonly RefusalRun[] {
  const kept: RefusalRun[] = []
  const leading: Refusal[] = []
  const isLong = end - (runs[0]?.refusals[0].span.from ?? end) >= partLength
  for (const [index, run] of runs.entries()) {
    const length = (runs[index + 1]?.refusals[0].span.from ?? end) - run.refusals[0].span.from
    const last = kept.at(-1)
    const silence = run.refusals[0].span.from - (last?.refusals.at(-1)?.span.to ?? Number.POSITIVE_INFINITY)
    const stands =
      silence >= loneRefusal ||
      length >= (run.refusals.length > 1 ? partLength : loneRefusal) ||
      (isLong && isNamedTwice(run))
    if (last && (!stands || kindOf(last) === kindOf(run)))
      for (const refusal of run.refusals) last.refusals.push(refusal)
    else if (stands) kept.push({ ...run, refusals: [...run.refusals] })
    else leading.push(...run.refusals)
  }
  kept[0]?.refusals.unshift(...leading)
  return kept
}
