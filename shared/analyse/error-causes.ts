import type { ErrorClass, ErrorObservation } from '../evidence/error-observation.ts'
import type { Cause } from './report.ts'

/**
 * The causes that a text of each class names (KIMI.md 4.1, 4.2, 4.5): one that it names without doubt, several where it
 * leaves open which of them it was, none where it says nothing of them.
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

/** 402 "unable to verify your membership" may be the account or the service that checks it (DESIGN.md 4). */
export const isUnverifiedMembership = (error: ErrorObservation): boolean =>
  error.errorClass === 'account' && error.status === 402

/** The causes that an error text names, in the order of CAUSES. */
export const causesNamed = (error: ErrorObservation): readonly Cause[] =>
  isUnverifiedMembership(error) ? ACCOUNT_OR_PLATFORM : NAMED[error.errorClass]

/** The one cause that an error text names without doubt; null where it names none, or leaves open which. */
export function causeNamed(error: ErrorObservation): Cause | null {
  const [only, other] = causesNamed(error)
  return only !== undefined && other === undefined ? only : null
}
