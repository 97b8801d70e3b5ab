import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { dropRawOver } from '../../shared/store/raw/raw-size.ts'
import { dropRawBefore, dropRecordsBefore, firstDayWithin } from '../../shared/store/raw/retention.ts'
import { dayOf } from '../../shared/time/day.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import { earlier } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import { reduceKept } from './reduce-kept.ts'
import { settingsIn } from './settings.ts'
import type { Worker } from './worker.ts'

const MEGABYTE = 1_000_000

/** Drops what is older or larger than the user wants kept: captured texts of all accounts together, records of each. */
export async function tidyUp({ store, local, clock }: Worker): Promise<void> {
  await reduceKept({ store, local, clock })
  const { keep } = await settingsIn(local).read()
  const daysAgo = (days: number) => earlier(clock.now(), days * DAY_OF_HOURS)
  await dropRawBefore(store, daysAgo(keep.rawDays))
  await dropRawOver(store, keep.rawMegabytes * MEGABYTE)
  for (const account of await accountsOf(store)) {
    if (keep.recordDays !== null)
      await dropRecordsBefore(store, account, dayOf(daysAgo(keep.recordDays), UTC))
    if (keep.recordMegabytes === null) continue
    const first = await firstDayWithin(store, account, keep.recordMegabytes * MEGABYTE)
    if (first !== null) await dropRecordsBefore(store, account, first)
  }
}
