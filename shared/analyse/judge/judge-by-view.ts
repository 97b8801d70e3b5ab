import type { Case } from './case.ts'
import type { GridView, GridViews } from './grid-views.ts'
import { viewsFor } from './grid-views.ts'
import { joinFacts } from './facts/fact.ts'
import { judgeCase, verdictOf } from './judge.ts'
import { dependsOn } from './offset-table.ts'
import { cutAtResets, endedByReset } from './parts/cut-at-resets.ts'
import { mergeVerdicts, type JudgedPart } from './parts/merge-parts.ts'
import { CAUSES, type Cause, type CauseVerdict, type Fact } from '../report.ts'

/** A case before it is said which grid the account has. */
export type OpenCase = Omit<
  Case,
  keyof Pick<GridView, 'grid' | 'readings' | 'meters' | 'reach'> | 'changes' | 'mixed'
>

/**
 * Judges a block under every grid that may have been the account's own at that time, in the parts that its resets make of
 * it; as a rule that is one grid and one part. Over a change of plan the facts of both grids count, each for its own time.
 * Where readings of several accounts lie among each other, a verdict stands only if it is the same under each of them:
 * readings of another account prove nothing.
 */
export function judgeByView(subject: OpenCase, views: GridViews): readonly JudgedPart[] {
  const { block } = subject
  const changes = views.changes.map(({ span }) => span)
  const cases = viewsFor(views, block.span).map(({ grid, readings, meters, reach }): Case => ({
    ...subject,
    grid,
    readings,
    meters,
    reach,
    changes,
    mixed: views.kind === 'mixed',
  }))
  const [only] = cases
  if (only && cases.length === 1) return judgePieces(only)
  const whole = (of: (cause: Cause) => CauseVerdict) => [{ block, verdicts: CAUSES.map(of) }]
  if (views.kind === 'successive') {
    const trials = cases.map(judgeCase)
    return whole((cause) => together(cause, ofCause(cause, trials)))
  }
  const trials = cases.map((each) => mergeVerdicts(judgePieces(each)))
  const fitting = trials.filter((verdicts) => !clashes(verdicts))
  const counted = fitting.length > 0 ? fitting : trials
  return whole((cause) => agree(cause, ofCause(cause, counted)))
}

function judgePieces(subject: Case): readonly JudgedPart[] {
  return cutAtResets(subject).map((piece, index, pieces) => {
    const block = index < pieces.length - 1 ? endedByReset(piece, subject.grid) : piece
    return { block, verdicts: judgeCase({ ...subject, block }) }
  })
}

const ofCause = (cause: Cause, trials: readonly (readonly CauseVerdict[])[]): readonly CauseVerdict[] =>
  trials.flatMap((verdicts) => verdicts.find((each) => each.cause === cause) ?? [])

/** All facts as if they had come from one grid. What one grid lacks, another may have read. */
function together(cause: Cause, trials: readonly CauseVerdict[]): CauseVerdict {
  const facts = joinFacts(trials.map((trial) => trial.facts))
  const unread = trials.every((trial) => trial.facts.some(isUnread))
  const shown = unread ? facts : facts.filter((fact) => !isUnread(fact))
  return { cause, verdict: verdictOf(shown), facts: shown, byOffset: null, offsetsExcluded: [] }
}

const isUnread = ({ rule }: Fact): boolean => rule === 'no_reading'

/** The refusals name a limit, and the readings of this grid say the opposite: then they are not of this account. */
const clashes = (verdicts: readonly CauseVerdict[]): boolean =>
  verdicts.some(
    ({ verdict, facts }) =>
      verdict === 'undecidable' &&
      facts.some(({ direct, strong, rule }) => direct && strong && rule === 'text_names_cause'),
  )

function agree(cause: Cause, trials: readonly CauseVerdict[]): CauseVerdict {
  const verdicts = trials.map(({ verdict }) => verdict)
  const [only = 'undecidable'] = verdicts
  const agreed = verdicts.every((verdict) => verdict === only)
  const facts = joinFacts(trials.map((trial) => trial.facts))
  return {
    cause,
    verdict: agreed ? only : 'undecidable',
    facts: agreed
      ? facts
      : [...facts.filter(({ bearing }) => bearing === 'neutral'), dependsOn('depends_on_grid', verdicts)],
    byOffset: null,
    offsetsExcluded: [],
  }
}
