import type { ErrorClass } from '../../../evidence/kinds/error-observation.ts'
import type { Block } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import { isServerError, type Refusal } from '../../blocks/refusals.ts'
import type { Fact } from '../../report.ts'
import { shareOfTime } from '../../views/share-of-time.ts'
import { against, directFor, disputedFor } from './fact.ts'

/**
 * Rows that say that the server failed (5xx): nobody but the service can be the reason. Direct evidence where they stand for
 * a good part of the time. What texts say of it, the texts' own rule tells.
 */
export const serverErrors: Rule = (subject) => {
  const failed = failedRows(subject.block)
  if (failed.length === 0) return []
  const details = detailsOf(failed)
  return [
    isServerFault(subject) ? directFor('server_errors', details) : disputedFor('server_errors', details),
  ]
}

/** A used-up quota is refused with 403 or 429 (docs/kimi.md#error-texts), whatever its meter reads. */
export const notByServerErrors: Rule = (subject) =>
  isServerFault(subject)
    ? [against('server_errors_no_quota', false, detailsOf(subject.block.refusals.filter(isOfServer)))]
    : []

/** Most of the time stands under a server error, told by a row or by a text. */
const isServerFault = ({ block, rules }: Pick<Case, 'block' | 'rules'>): boolean =>
  block.refusals.length > 0 && shareOfTime(block.refusals, block.span.to, isOfServer) >= rules.textShare

/**
 * Most of the time stands under what no used-up quota is refused with: a server error, or rows of 401 or 402, which are said
 * of a key, a sign-in or a membership (docs/kimi.md#error-texts). What a text names stands for itself.
 */
export const isRefusedAsNoQuota = ({ block, rules }: Pick<Case, 'block' | 'rules'>): boolean =>
  block.refusals.length > 0 &&
  shareOfTime(block.refusals, block.span.to, (each) => isOfServer(each) || isRowOfAccount(each)) >=
    rules.textShare

const isRowOfAccount = ({ status, error }: Refusal): boolean =>
  error === null && (status === 401 || status === 402)

const isOfServer = ({ status, error }: Refusal): boolean =>
  isServerError(status) && (error === null || SAYS_NOTHING_ELSE.has(error.errorClass))

const SAYS_NOTHING_ELSE: ReadonlySet<ErrorClass> = new Set(['service', 'overloaded', 'other'])

const failedRows = ({ refusals }: Block): readonly Refusal[] =>
  refusals.filter(({ status, error }) => isServerError(status) && error === null)

const detailsOf = (failed: readonly Refusal[]): Pick<Fact, 'values' | 'refs'> => ({
  values: {
    count: { unit: 'count', value: failed.length },
    statuses: {
      unit: 'text',
      value: [...new Set(failed.flatMap(({ status }) => status ?? []))].toSorted((a, b) => a - b).join(', '),
    },
  },
  refs: failed.map(({ ref }) => ref),
})
