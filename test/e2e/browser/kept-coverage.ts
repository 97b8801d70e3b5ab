import { coverageOf } from '../../../shared/analyse/readings/coverage.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { openStore } from '../../../shared/store/database/open-store.ts'
import { rawSizeOf } from '../../../shared/store/raw/raw-size.ts'
import { unreadRaw } from '../../../shared/store/raw/raw-queue.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'

/** Runs in a page of the extension: what an account's evidence says of where we were looking. */
export async function keptCoverage(account: string) {
  const store = openStore()
  const { records, captures } = await evidenceOf(store, account)
  const { observed, holes } = coverageOf(captures, [], 'utc', UTC, DEFAULT_RULES)
  return {
    records: records.length,
    captures: captures.length,
    observed: observed.length,
    holes,
    waiting: (await rawSizeOf(store)).waiting,
    setAside: (await unreadRaw(store, 0)).count,
  }
}
