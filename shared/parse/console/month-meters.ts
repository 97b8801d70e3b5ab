import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import { ABSENT } from '../json/leaf.ts'
import { shareMeter } from '../usages/ratio-meter.ts'
import { readReset } from '../usages/reset.ts'
import type { BalanceBody } from './get-subscription-stats.schema.ts'

/**
 * The month's pools out of a subscription's balance: all use (`total`), and that of Kimi Code (`code`) where it is
 * stated. A missing ratio of `total` is zero by the encoding; a missing `code` may also be an older service.
 */
export function monthMeters(balance: BalanceBody): Meter[] {
  const reset = readReset({ expireTime: balance.expireTime }, null)
  const month = { window: 'month', minutes: null } as const
  const total = shareMeter({ ...month, pool: 'total' }, 'amountUsedRatio', balance.amountUsedRatio, reset)
  if (balance.kimiCodeUsedRatio.problem === ABSENT) return [total]
  return [
    total,
    shareMeter({ ...month, pool: 'code' }, 'kimiCodeUsedRatio', balance.kimiCodeUsedRatio, reset),
  ]
}
