import type { UsedWindow } from '../views/meter-use.ts'
import type { Cause } from '../report.ts'

/** The cause that a used-up window of the quota is. */
export const QUOTA_CAUSE: Readonly<Record<UsedWindow, Cause>> = {
  '5h': 'quota_5h',
  '7d': 'quota_7d',
  'month': 'quota_month',
}
