import type { Cause } from '../../report.ts'

/** Something for each cause. */
export const byCause = <T>(of: (cause: Cause) => T): Readonly<Record<Cause, T>> => ({
  quota_5h: of('quota_5h'),
  quota_7d: of('quota_7d'),
  quota_month: of('quota_month'),
  concurrency: of('concurrency'),
  request_rate: of('request_rate'),
  platform: of('platform'),
  account: of('account'),
})
