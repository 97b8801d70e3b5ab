import type { ErrorObservation } from '../../evidence/error-observation.ts'
import type { Block } from '../block.ts'
import type { Rule } from '../case.ts'
import { causeNamed, isUnverifiedMembership } from '../error-causes.ts'
import { CAUSES, type Cause, type Fact } from '../report.ts'
import { against, directFor, disputedFor, neutral, weakFor } from './fact.ts'

/**
 * What the dated texts of a block say about a cause. A text is direct evidence only where it stands for a good part of
 * the dated refusals: one overload among fifty throttles does not make the block an outage.
 */
export const errorText =
  (cause: Cause): Rule =>
  ({ block, rules }) => {
    const facts = distinctTexts(block).flatMap((error) => factOf(cause, error, block, rules.textShare))
    return [...facts, ...block.undated.flatMap((error) => undatedFact(cause, error))]
  }

/**
 * A text without a time is what points at the silence, so whatever shows that another cause cannot have lasted from edge to
 * edge shows of the one that it names only that the block was shorter, or elsewhere (DESIGN.md 4: "if service was refused
 * from edge to edge").
 */
function undatedFact(cause: Cause, error: ErrorObservation): readonly Fact[] {
  const details = {
    values: { message: { unit: 'text', value: error.message } },
    refs: [error.id],
  } as const
  if (causeNamed(error) === cause) return [disputedFor('text_undated_names_cause', details)]
  return cause === 'concurrency' || cause === 'request_rate' ? [neutral('text_undated', details)] : []
}

function factOf(cause: Cause, error: ErrorObservation, block: Block, share: number): readonly Fact[] {
  const details = {
    values: { message: { unit: 'text', value: error.message } },
    refs: block.texts.filter((other) => other.message === error.message).map(({ id }) => id),
  } as const
  if (error.errorClass === 'rate_or_concurrency') return ambiguous(cause, details)
  if (isUnverifiedMembership(error))
    return cause === 'account' || cause === 'platform' ? [weakFor('text_membership_unverified', details)] : []
  if (causeNamed(error) !== cause) return []
  const rule = cause === 'platform' ? 'platform_error' : 'text_names_cause'
  return shareNaming(cause, block) >= share ? [directFor(rule, details)] : [disputedFor(rule, details)]
}

function ambiguous(cause: Cause, details: Pick<Fact, 'values' | 'refs'>): readonly Fact[] {
  if (cause === 'concurrency' || cause === 'request_rate') return [weakFor('text_ambiguous', details)]
  if (cause === 'platform' || cause === 'account') return [against('text_names_other', false, details)]
  return []
}

/** How much of the dated texts name a cause, in whatever words: a key, a client and a plan that are refused are one. */
const shareNaming = (cause: Cause, { texts }: Block): number =>
  texts.filter((text) => causeNamed(text) === cause).length / texts.length

function distinctTexts(block: Block): readonly ErrorObservation[] {
  return [...new Map(block.texts.map((error) => [`${error.errorClass} ${error.message}`, error])).values()]
}

/**
 * Whether most of the dated texts name one cause without doubt, and it is another than this; or, which is enough for a quota,
 * either the account or the service that checks it.
 */
export function isNamedOtherwise(cause: Cause, block: Block, share: number): boolean {
  const { texts } = block
  if (texts.length === 0) return false
  const isOther = CAUSES.some((other) => other !== cause && shareNaming(other, block) >= share)
  const unverified = cause.startsWith('quota') ? texts.filter(isUnverifiedMembership).length : 0
  return isOther || unverified >= Math.max(1, texts.length * share)
}
