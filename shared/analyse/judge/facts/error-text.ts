import type { ErrorClass, ErrorObservation } from '../../../evidence/kinds/error-observation.ts'
import { groupBy } from '../../../evidence/group-by.ts'
import type { Block } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import {
  causeNamed,
  causesNamed,
  isOwnClientRefused,
  isUnverifiedMembership,
} from '../../blocks/error-causes.ts'
import type { Cause, Fact } from '../../report.ts'
import { shareOfTime } from '../../views/share-of-time.ts'
import { against, directFor, disputedFor, neutral, weakFor } from './fact.ts'

/**
 * What the dated texts of a block say about a cause. A text is direct evidence only where it stands for a good part of
 * the dated refusals: one overload among fifty throttles does not make the block an outage.
 */
export const errorText =
  (cause: Cause): Rule =>
  ({ block, rules }) => {
    const told: Told = {
      texts: groupBy(block.texts, ({ message }) => message),
      isMost: shareNaming(cause, block) >= rules.textShare,
    }
    const facts = distinctTexts(block).flatMap((error) => factOf(cause, error, told))
    return [...facts, ...block.undated.flatMap((error) => undatedFact(cause, error))]
  }

/** What all texts of a block tell together, worked out once: a block may have thousands that each say another thing. */
interface Told {
  /** By their messages. */
  readonly texts: ReadonlyMap<string, readonly ErrorObservation[]>
  /** Whether those that name the cause are a good part of them. */
  readonly isMost: boolean
}

/**
 * A text without a time is what points at the silence, so whatever shows that another cause cannot have lasted from edge to
 * edge shows of the one that it names only that the block was shorter, or elsewhere (docs/verdicts.md#blocks: "if
 * service was refused from edge to edge").
 */
function undatedFact(cause: Cause, error: ErrorObservation): readonly Fact[] {
  const details = {
    values: { message: { unit: 'text', value: error.message } },
    refs: [error.id],
  } as const
  if (causeNamed(error) === cause) return [disputedFor('text_undated_names_cause', details)]
  if (!causesNamed(error).includes(cause)) return []
  return error.errorClass === 'quota_unnamed'
    ? [disputedFor('text_undated_names_quota', details)]
    : [neutral('text_undated', details)]
}

function factOf(cause: Cause, error: ErrorObservation, { texts, isMost }: Told): readonly Fact[] {
  const details = {
    values: { message: { unit: 'text', value: error.message } },
    refs: (texts.get(error.message) ?? []).map(({ id }) => id),
  } as const
  if (error.errorClass === 'rate_or_concurrency') return ambiguous(cause, details)
  if (error.errorClass === 'quota_unnamed')
    return causesNamed(error).includes(cause)
      ? [weakFor('text_quota_unnamed', details)]
      : [against('text_names_quota', false, details)]
  if (isUnverifiedMembership(error) || isOwnClientRefused(error)) {
    const rule = isOwnClientRefused(error) ? 'text_own_client_refused' : 'text_membership_unverified'
    return causesNamed(error).includes(cause) ? [weakFor(rule, details)] : []
  }
  if (causeNamed(error) !== cause) return []
  const rule = cause === 'platform' ? 'platform_error' : 'text_names_cause'
  return isMost ? [directFor(rule, details)] : [disputedFor(rule, details)]
}

function ambiguous(cause: Cause, details: Pick<Fact, 'values' | 'refs'>): readonly Fact[] {
  if (cause === 'concurrency' || cause === 'request_rate') return [weakFor('text_ambiguous', details)]
  if (cause === 'platform' || cause === 'account') return [against('text_names_other', false, details)]
  return []
}

/**
 * For how much of the time that is told by texts the text is of the same class: each stands until the next one, however often
 * a client retried. Texts without a time of their own are counted.
 */
export function shareOf({ errorClass }: ErrorObservation, { texts, refusals, span }: Block): number {
  const dated = refusals.filter(({ error }) => error !== null)
  return dated.length === 0
    ? texts.filter((other) => other.errorClass === errorClass).length / texts.length
    : shareOfTime(dated, span.to, ({ error }) => error?.errorClass === errorClass)
}

/** How much of the dated texts name a cause, in whatever words: a key, a client and a plan that are refused are one. */
const shareNaming = (cause: Cause, { texts }: Block): number =>
  texts.filter((text) => causeNamed(text) === cause).length / texts.length

function distinctTexts(block: Block): readonly ErrorObservation[] {
  return [...new Map(block.texts.map((error) => [`${error.errorClass} ${error.message}`, error])).values()]
}

/**
 * Whether most of the dated texts name other causes than this, and say so without doubt: "too many requests" decides nothing
 * between the limits.
 */
export function isNamedOtherwise(cause: Cause, { texts }: Block, share: number): boolean {
  const otherwise = texts.filter((error) => {
    const named = error.errorClass === 'rate_or_concurrency' ? [] : causesNamed(error)
    return named.length > 0 && !named.includes(cause)
  })
  return otherwise.length >= Math.max(1, texts.length * share)
}

const OF_REQUESTS: ReadonlySet<ErrorClass> = new Set(['concurrency', 'rate_or_concurrency'])

/** The texts say that too much was asked for at a time. A row alone may be any limit's. */
export function isSaidOfRequests({ block: { texts }, rules }: Pick<Case, 'block' | 'rules'>): boolean {
  const said = texts.filter(({ errorClass }) => OF_REQUESTS.has(errorClass)).length
  return texts.length > 0 && said >= texts.length * rules.textShare
}
