import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { latestAccount } from '../../extension/worker/accounts/latest-account.ts'
import { ownerOf, settleWaiting, signIn } from '../../extension/worker/accounts/sign-in.ts'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { keepPageCapture } from '../../extension/worker/keep-page-capture.ts'
import { readPending } from '../../extension/worker/keep-capture.ts'
import { loadedPage, type Sender } from '../../extension/worker/sender.ts'
import type { StorageArea } from '../../extension/worker/stored-value.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import type { Store } from '../../shared/store/database/store.ts'
import { later } from '../../shared/time/instant.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'
import { TAB } from './fake-tab.ts'

const NOW = at('2026-06-30T12:00:00Z')
const SENDER: Sender = {
  tab: { ...TAB, id: 7 },
  documentId: 'd',
  url: 'https://www.kimi.com/code/console?x=1',
}
const PAGE = loadedPage(SENDER)

interface Kept {
  readonly store: Store
  readonly local: StorageArea
  readonly session: StorageArea
}

const nothing = (): Kept => ({ store: freshStore(), local: fakeArea(), session: fakeArea() })

const workerOver = ({ store, local, session }: Kept, now = NOW): Worker => ({
  ownId: 'x',
  ownPages: 'x',
  store,
  local,
  session,
  signIns: signInsIn(session),
  clock: { now: () => now, zone: () => zone('UTC') },
})

const rowsAt = (time: string, id: string) =>
  ({
    id,
    at: at('2026-06-30T11:59:00Z'),
    keptSince: NOW,
    via: 'page',
    source: 'ListUnifiedRequests',
    body: JSON.stringify({
      requests: [
        {
          requestId: `00000000-0000-4000-8000-00000000000${id}`,
          requestTime: time,
          success: true,
          httpStatusCode: 200,
          userAgent: 'KimiCLI/1.16.0',
        },
      ],
    }),
  }) as const

const keepTwo = async (worker: Worker) => {
  await keepPageCapture(worker, SENDER, rowsAt('2026-06-30T10:00:00Z', '1'))
  await keepPageCapture(worker, SENDER, rowsAt('2026-06-30T11:00:00Z', '2'))
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Areas whose browser dies at the n-th time that something is written: what comes after never happens. */
function dyingAfter(writes: number, kept: Kept): Kept {
  let left = writes
  const dying = (area: StorageArea): StorageArea => ({
    ...area,
    set: async (items) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      await area.set(items)
    },
  })
  return { ...kept, local: dying(kept.local), session: dying(kept.session) }
}

async function whereIs({ store, local }: Kept) {
  const accounts = await accountsOf(store)
  const [account = ''] = accounts
  const { records } = (await countsOf(store, account)).items
  return { accounts: accounts.length, records, shown: (await latestAccount(local)) === account }
}

describe('what a page hands over while it says who is signed in', () => {
  it.each(Array.from({ length: 40 }, (_, n) => n))(
    'is kept under that account, and that account is shown: %i turns later',
    async (count) => {
      const kept = nothing()
      const worker = workerOver(kept)
      const keeping = keepTwo(worker)
      await turns(count)
      await signIn(worker, PAGE, 'somebody')
      await keeping
      expect(await whereIs(kept)).toEqual({ accounts: 1, records: 2, shown: true })
    },
  )

  it.each(Array.from({ length: 12 }, (_, n) => n))(
    'finds its account although the worker is killed at write %i, and told again',
    async (writes) => {
      const kept = nothing()
      await keepTwo(workerOver(kept))
      await signIn(workerOver(dyingAfter(writes, kept)), PAGE, 'somebody').catch(() => undefined)
      await signIn(workerOver(kept), PAGE, 'somebody')
      expect(await whereIs(kept)).toEqual({ accounts: 1, records: 2, shown: true })
    },
  )

  it('finds its account although the worker is killed once it knew, and never told again', async () => {
    const kept = nothing()
    await keepTwo(workerOver(kept))
    let died = 0
    for (let writes = 0; writes < 8; writes += 1) {
      const told = signIn(workerOver(dyingAfter(writes, kept)), PAGE, 'somebody')
      await told.catch(() => (died += 1))
    }
    expect(died).toBeGreaterThan(1)
    const next = workerOver(kept)
    await readPending(kept.store, NOW, async (label, evidence) => ({
      account: await ownerOf(next, label, evidence),
      evidence,
    }))
    await settleWaiting(next)
    expect(await whereIs(kept)).toMatchObject({ accounts: 1, records: 2 })
    expect((await accountsOf(kept.store))[0]).toMatch(/^account-/)
  })
})

describe('a page that never says who is signed in', () => {
  it('waits under its label, however long, and another one that shows its rows is put with it', async () => {
    const kept = nothing()
    await keepTwo(workerOver(kept))
    const other = { ...SENDER, tab: { ...TAB, id: 8 }, documentId: 'e' }
    await keepPageCapture(workerOver(kept), other, rowsAt('2026-06-30T11:00:00Z', '2'))
    await settleWaiting(workerOver(kept))
    expect(await accountsOf(kept.store)).toHaveLength(2)
    await settleWaiting(workerOver(kept, later(NOW, HOUR)))
    expect(await whereIs(kept)).toEqual({ accounts: 1, records: 2, shown: true })
    const restarted = { ...kept, session: fakeArea() }
    await keepPageCapture(workerOver(restarted), other, rowsAt('2026-06-30T10:00:00Z', '1'))
    await settleWaiting(workerOver(restarted, later(NOW, 2 * HOUR)))
    expect(await whereIs(kept)).toEqual({ accounts: 1, records: 2, shown: true })
    expect((await accountsOf(kept.store)).every(isProvisional)).toBe(true)
  })

  it('keeps a history of its own where it shows no row that was seen before', async () => {
    const kept = nothing()
    await keepPageCapture(workerOver(kept), SENDER, rowsAt('2026-06-30T10:00:00Z', '1'))
    const other = { ...SENDER, tab: { ...TAB, id: 8 }, documentId: 'e' }
    await keepPageCapture(workerOver(kept), other, rowsAt('2026-06-30T10:00:00Z', '2'))
    await settleWaiting(workerOver(kept, later(NOW, HOUR)))
    expect(await accountsOf(kept.store)).toHaveLength(2)
  })
})
