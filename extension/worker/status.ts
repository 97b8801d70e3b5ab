import packageJson from '../../package.json' with { type: 'json' }
import type { ExtensionStatus, Health, RecorderView } from '../../shared/recorder/status.ts'
import { cutExcerpt } from '../../shared/parse/scrub/excerpt.ts'
import { SITES } from '../../shared/recorder/sites.ts'
import { unknownFieldsOf } from '../../shared/store/read-drift.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { unreadRaw } from '../../shared/store/raw/raw-queue.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { StoreError } from '../../shared/store/database/store-error.ts'
import { latestAccount } from './accounts/latest-account.ts'
import { waitingPages } from './accounts/waiting-pages.ts'
import { keepTrouble } from './health/keep-trouble.ts'
import { lastCaptures } from './health/last-captures.ts'
import { reachedLimits } from './health/page-budget.ts'
import { awaitedIn } from './news/await-reset.ts'
import { gapsIn, recordersIn } from './recorder/recorders.ts'
import { reductionOf } from './reduce-kept.ts'
import { refusedCount } from './refused-count.ts'
import { settingsIn } from './settings.ts'
import { usagesReader } from './usages/usages-key.ts'
import type { Worker } from './worker.ts'

/** All that popup and settings show of the extension. */
export async function statusOf(worker: Worker): Promise<ExtensionStatus> {
  const { local } = worker
  const recorders = await recordersIn(local).read()
  const account = await latestAccount(local)
  return {
    version: packageJson.version,
    settings: await settingsIn(local).read(),
    recorders: SITES.map((site): RecorderView => {
      const { phase, reason, due, interval, read, failures, refusal } = recorders[site]
      return { site, phase, reason, due, interval, read, failures, refusal }
    }),
    gaps: (await gapsIn(local).read()).toReversed(),
    account,
    key: await usagesReader(local).read(),
    awaited: await awaitedIn(worker).read(),
    waiting: await waitingPages(worker).catch(() => ({ accounts: [], pages: [] })), // `health` says why
    reduction: await reductionOf(worker).catch(() => null), // `health` says why
    health: await healthOf(worker, account),
  }
}

/** Also where the database cannot be opened: then it says why. */
async function healthOf(worker: Worker, account: string | null): Promise<Health> {
  const { local, clock } = worker
  const said = {
    lastCaptures: await lastCaptures(local),
    trouble: await keepTrouble(local).read(),
    refused: await refusedCount(local).read(),
    reached: await reachedLimits(worker),
  }
  try {
    return { ...said, ...(await keptOf(worker, account)) }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { ...said, ...NOTHING_KEPT, trouble: { kind: error.kind, at: clock.now() } }
  }
}

/** As many are shown; there is one for each fault of a reader. */
const MAX_UNREAD = 5

type Kept = Omit<Health, 'lastCaptures' | 'trouble' | 'refused' | 'reached'>

const NOTHING_KEPT: Kept = {
  waiting: 0,
  setAside: 0,
  unread: [],
  unknownFields: [],
  rejects: 0,
  rawCount: 0,
  rawBytes: 0,
}

async function keptOf({ store }: Worker, account: string | null): Promise<Kept> {
  const raw = await rawSizeOf(store)
  const unread = await unreadRaw(store, MAX_UNREAD)
  return {
    waiting: raw.waiting,
    setAside: unread.count,
    unread: unread.newest.map(({ since, raw: { source, body } }) => ({
      source,
      at: since,
      length: body.length,
      shape: cutExcerpt(body),
    })),
    unknownFields: account === null ? [] : await unknownFieldsOf(store, account),
    rejects: account === null ? 0 : (await countsOf(store, account)).items.rejects,
    rawCount: raw.count,
    rawBytes: raw.bytes,
  }
}
