import type { Analysis } from '../analysis.ts'
import { MINUTE } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import type { Span } from '../../time/span.ts'
import type { WallTime } from '../../time/wall.ts'
import { isAboutRefusal } from '../blocks/refusals.ts'
import { isPremise } from '../judge/facts/premise.ts'
import { lastBlockOf } from './overview.ts'
import type { BlockedWindow, Cause, CauseVerdict, Fact, Grade, Incident, Report } from '../report.ts'
import { NO_EVIDENCE } from '../../evidence/evidence.ts'
import { isExample } from '../../evidence/example.ts'
import type { AnswerCause } from './answer-cause.ts'
import { backAfterFullWindow, backAtOf, type BackAt } from './back-at.ts'
import { listErrors, type ListedError } from './error-list.ts'
import { stepsForIncident, stepsForUndated, stepsWithoutBlock, type NextStep } from './next-steps.ts'

export interface AnswerPart {
  /** Null while the zone is unknown; then `local`. */
  readonly span: Span | null
  readonly local: BlockedWindow['local']
  readonly open: boolean
  readonly cause: AnswerCause
}

/**
 * What people ask first: what was it, until when, and what do I do. Every surface begins with it. It says nothing that
 * the verdicts do not say: `shown` names only what is supported, `ruledOut` only what is contradicted.
 */
export interface Answer {
  readonly state:
    'blocked_now' | 'was_blocked' | 'error_undated' | 'no_block' | 'only_examples' | 'nothing_read'
  /** How the block is known; null where there was none. */
  readonly grade: Grade | null
  /** Null where the zone is not known (see `local`), or there was no block; `to` also while no end has been seen. */
  readonly from: Instant | null
  readonly to: Instant | null
  /** The edges as a wall clock showed them, while the zone is unknown. */
  readonly local: { readonly from: WallTime; readonly to: WallTime | null } | null
  /** The refusal only lies somewhere between `from` and `to`. */
  readonly within: boolean
  readonly cause: AnswerCause
  readonly ruledOut: readonly Cause[]
  /** When service is to be expected again; only while it is refused, or a meter stands full, for a quota. */
  readonly backAt: BackAt | null
  /** What to do, the most useful first. */
  readonly next: readonly NextStep[]
  /** The stretches of one incident that had causes of their own; empty where there is but one. */
  readonly parts: readonly AnswerPart[]
  /** What all of it rests on, where it rests on something that is only assumed. */
  readonly premise: Fact | null
}

/**
 * A refusal without a success after it is taken to go on for so long after the last one that was seen; dated further ahead
 * of the clock than that, it is of another time and not of now (our choice).
 */
const STILL_REFUSED = 30 * MINUTE

/** The answer to the newest incident; without one, to the errors that nothing dates; else that nothing was found. */
export function answerOf(analysis: Analysis): Answer {
  const { report } = analysis
  const incident = lastBlockOf(report)
  return incident ? incidentAnswer(incident, report) : answerWithoutBlock(analysis)
}

/** The answer to one incident of a report. */
export function incidentAnswer(incident: Incident, report: Pick<Report, 'now' | 'resets'>): Answer {
  const { block, verdicts, leading } = incident
  const cause = causeOf(verdicts, leading)
  const expected = block.open ? backAtOf(cause, incident, report) : null
  const isNow =
    block.open &&
    !block.within &&
    !isAhead(incident, report.now) &&
    (expected !== null || isFresh(incident, report.now))
  return {
    state: isNow ? 'blocked_now' : 'was_blocked',
    grade: block.grade,
    from: block.span?.from ?? null,
    to: block.span && !block.open ? block.span.to : null,
    local: block.span
      ? null
      : block.local && { from: block.local.from, to: block.open ? null : block.local.to },
    within: block.within,
    cause,
    ruledOut: verdicts.flatMap((each) => (each.verdict === 'contradicted' ? [each.cause] : [])),
    backAt: isNow ? expected : null,
    next: stepsForIncident(incident, cause, isNow),
    parts: partsOf(incident),
    premise: verdicts.flatMap(({ facts }) => facts).find(isPremise) ?? null,
  }
}

/** What is named by verdicts: the one that leads, else what is not ruled out. */
function causeOf(verdicts: readonly CauseVerdict[], leading: Cause | 'unknown'): AnswerCause {
  if (leading !== 'unknown') return { names: [leading], certainty: 'shown' }
  const of = (verdict: CauseVerdict['verdict']) =>
    verdicts.flatMap((each) => (each.verdict === verdict ? [each.cause] : []))
  const fitting = [...of('supported'), ...of('consistent')]
  return fitting.length > 0
    ? { names: fitting, certainty: 'left_over' }
    : { names: of('undecidable'), certainty: 'not_known' }
}

function partsOf({ parts }: Incident): readonly AnswerPart[] {
  if (parts.length < 2) return []
  return parts.map(({ span, local, open, leading, verdicts }) => ({
    span,
    local,
    open,
    cause: causeOf(verdicts, leading),
  }))
}

const isFresh = ({ block: { span } }: Incident, now: Instant): boolean =>
  span !== null && now - span.to <= STILL_REFUSED

const isAhead = ({ block: { span } }: Incident, now: Instant): boolean =>
  span !== null && span.from - now > STILL_REFUSED

function answerWithoutBlock(analysis: Analysis): Answer {
  const { report, evidence } = analysis
  const none = {
    grade: null,
    from: null,
    to: null,
    local: null,
    within: false,
    cause: { names: [], certainty: 'not_known' },
    ruledOut: [],
    backAt: null,
    next: [],
    parts: [],
    premise: null,
  } as const
  const undated = listErrors(analysis).filter(isUndatedRefusal)
  if (undated.length > 0) {
    const names = [...new Set(undated.flatMap((each) => each.names))]
    return {
      ...none,
      state: 'error_undated',
      cause: { names, certainty: names.length > 0 ? 'left_over' : 'not_known' },
      next: stepsForUndated(undated, evidence.snapshots),
    }
  }
  const { records, snapshots, errors, costs } = report.counts
  if (records + snapshots + errors + costs === 0)
    return [...evidence.errors, ...evidence.snapshots].some(isExample)
      ? { ...none, state: 'only_examples', next: stepsWithoutBlock(null, NO_EVIDENCE) }
      : { ...none, state: 'nothing_read' }
  const backAt = backAfterFullWindow(analysis)
  return {
    ...none,
    state: 'no_block',
    backAt,
    next: stepsWithoutBlock(backAt, evidence),
  }
}

const isUndatedRefusal = ({ error, time }: ListedError): boolean =>
  time.span === null && time.local === null && !error.example && isAboutRefusal(error)
