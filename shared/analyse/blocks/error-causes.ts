import {
  isOfOwnClient,
  type ErrorClass,
  type ErrorObservation,
} from '../../evidence/kinds/error-observation.ts'
import type { Cause } from '../report.ts'

/**
 * The causes that a text of each class names (docs/kimi.md#error-texts, #unnamed-quota): one that it names without
 * doubt, several where it leaves open which of them it was, none where it says nothing of them.
 */
const NAMED: Readonly<Record<ErrorClass, readonly Cause[]>> = {
  window_5h: ['quota_5h'],
  window_7d: ['quota_7d'],
  window_month: ['quota_month'],
  quota_unnamed: ['quota_5h', 'quota_7d', 'quota_month'],
  concurrency: ['concurrency'],
  rate_or_concurrency: ['concurrency', 'request_rate'],
  overloaded: ['platform'],
  service: ['platform'],
  client_not_allowed: ['account'],
  plan_access: ['account'],
  account: ['account'],
  auth: ['account'],
  balance: [],
  open_platform: [],
  other: [],
}

const ACCOUNT_OR_PLATFORM: readonly Cause[] = ['platform', 'account']

/** A membership that is not found may be the account's, or a fault of the service that checks it; with its 402 or without. */
export const isUnverifiedMembership = ({ errorClass, status, message }: ErrorObservation): boolean =>
  errorClass === 'account' && (status === 402 || /membership/i.test(message))

/** Kimi's own client is allowed: when it was refused as another's on 2026-06-04, that was a fault of the service. */
export const isOwnClientRefused = (error: ErrorObservation): boolean =>
  error.errorClass === 'client_not_allowed' && isOfOwnClient(error)

/** The causes that an error text names, in the order of CAUSES. */
export const causesNamed = (error: ErrorObservation): readonly Cause[] =>
  isUnverifiedMembership(error) || isOwnClientRefused(error) ? ACCOUNT_OR_PLATFORM : NAMED[error.errorClass]

/** The one cause that an error text names without doubt; null where it names none, or leaves open which. */
export function causeNamed(error: ErrorObservation): Cause | null {
  const [only, other] = causesNamed(error)
  return only !== undefined && other === undefined ? only : null
}
