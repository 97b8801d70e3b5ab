import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountLabel } from '../../extension/worker/accounts/account-label.ts'
import { installationKey } from '../../extension/worker/accounts/installation-key.ts'
import { latestAccount } from '../../extension/worker/accounts/latest-account.ts'
import { shownAccount } from '../../extension/worker/accounts/shown-account.ts'
import { assignPages, settleWaiting, signIn } from '../../extension/worker/accounts/sign-in.ts'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { waitingPages } from '../../extension/worker/accounts/waiting-pages.ts'
import { keepPageCapture } from '../../extension/worker/keep-page-capture.ts'
import { loadedPage, withDocument, type Sender } from '../../extension/worker/sender.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import { isProvisional } from '../../shared/evidence/provisional-account.ts'
import { accountsOf } from '../../shared/store/accounts/accounts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { later, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'
import { TAB } from './fake-tab.ts'

type Person = 'A' | 'B'
const START = at('2026-06-30T12:00:00Z')

/** The service and a browser that two people use: rows carry whose they are in their ids. */
function createStage() {
  let now: Instant = START
  let documents = 0
  const made: Record<Person, number> = { A: 0, B: 0 }
  const [local, session] = [fakeArea(), fakeArea()]
  const worker: Worker = {
    ownId: 'x',
    ownPages: 'x',
    store: freshStore(),
    local,
    session,
    signIns: signInsIn(session),
    clock: { now: () => now, zone: () => zone('UTC') },
  }
  const idOf = (person: Person, n: number) =>
    `${person === 'A' ? 'aaaaaaaa' : 'bbbbbbbb'}-0000-4000-8000-${String(n).padStart(12, '0')}`
  const row = (person: Person, n: number) => ({
    requestId: idOf(person, n),
    requestTime: writeInstant(later(START, (n - 500) * SECOND)),
    success: true,
    httpStatusCode: 200,
    userAgent: 'KimiCLI/1.16.0',
  })
  const hand = (sender: Sender, source: 'ListUnifiedRequests' | 'GetUsages', body: unknown) =>
    keepPageCapture(worker, sender, {
      id: crypto.randomUUID(),
      at: now,
      keptSince: now,
      via: 'page',
      source,
      body: JSON.stringify(body),
    })
  return {
    worker,
    load: (tab: number): Sender => {
      documents += 1
      return {
        tab: { ...TAB, id: tab },
        documentId: `d${documents}`,
        url: 'https://www.kimi.com/code/console',
      }
    },
    says: (sender: Sender, who: string) => signIn(worker, loadedPage(sender), who),
    /** The newest rows of a person; `fresh` more than are known, and `old` of those. */
    rows: (sender: Sender, person: Person, fresh: number, old: number) => {
      const from = Math.max(0, made[person] - old)
      made[person] += fresh
      const numbers = Array.from({ length: made[person] - from }, (_, n) => made[person] - 1 - n)
      return hand(sender, 'ListUnifiedRequests', { requests: numbers.map((n) => row(person, n)) })
    },
    meters: (sender: Sender, reset: Instant) =>
      hand(sender, 'GetUsages', {
        usages: [
          {
            scope: 'FEATURE_CODING',
            detail: { limit: '100', used: '10', remaining: '90', resetTime: writeInstant(reset) },
          },
        ],
      }),
    pass: async (ms: number) => {
      now = later(now, ms)
      await settleWaiting(worker)
    },
    label: async (who: string) => accountLabel(who, await installationKey(local)),
    peopleIn: async (account: string): Promise<readonly string[]> => {
      const { records } = await evidenceOf(worker.store, account)
      return [...new Set(records.map(({ requestId }) => (requestId?.startsWith('a') ? 'A' : 'B')))]
    },
    countIn: async (account: string) => (await evidenceOf(worker.store, account)).records.length,
  }
}

let stage: ReturnType<typeof createStage>
let [a, b] = ['', '']

/** Two accounts with ten rows each, each from a page that said whose it was. */
beforeEach(async () => {
  stage = createStage()
  for (const [tab, person] of (['A', 'B'] as const).entries()) {
    const page = stage.load(tab)
    await stage.says(page, person)
    await stage.rows(page, person, 10, 0)
  }
  ;[a, b] = [await stage.label('A'), await stage.label('B')]
  expect([await stage.countIn(a), await stage.countIn(b)]).toEqual([10, 10])
})

it.each(['chrome', 'firefox'])(
  'in %s a page that is loaded again in its tab is another one',
  async (browser) => {
    const { tab, url } = stage.load(0)
    const bare: Sender = { ...(tab && { tab }), ...(url !== undefined && { url }) }
    const load = () => (browser === 'chrome' ? stage.load(0) : withDocument(bare, crypto.randomUUID()))
    const first = load()
    await stage.says(first, 'A')
    await stage.rows(first, 'A', 2, 5)
    const again = load() // somebody else has signed in meanwhile, and says so later
    await stage.rows(again, 'B', 3, 0)
    await stage.says(again, 'B')
    expect(await stage.peopleIn(a)).toEqual(['A'])
    expect(await stage.countIn(a)).toBe(12)
  },
)

const why = async () => (await waitingPages(stage.worker)).pages.map((page) => page.why)

describe('a page of an account that the user has', () => {
  it.each(['before', 'after'])('is of it when it says so %s it shows a row of it', async (when) => {
    const page = stage.load(1)
    if (when === 'before') await stage.says(page, 'A')
    await stage.rows(page, 'A', 3, 5)
    if (when === 'after') {
      expect(await shownAccount(stage.worker, 1)).toEqual({ account: null, waits: false })
      await stage.says(page, 'A')
    }
    expect(await stage.countIn(a)).toBe(13)
    expect(await shownAccount(stage.worker, 1)).toEqual({ account: a, waits: false })
    expect(await accountsOf(stage.worker.store)).toEqual([a, b].toSorted())
    await stage.pass(2 * MINUTE)
    expect(await why()).toEqual([])
  })

  it('is of it when it has the same weeks, though all of its rows are new', async () => {
    const reset = at('2026-07-03T09:20:45Z')
    const first = stage.load(0)
    await stage.says(first, 'A')
    await stage.rows(first, 'A', 0, 10)
    await stage.meters(first, reset)
    const page = stage.load(1)
    await stage.says(page, 'A')
    await stage.rows(page, 'A', 20, 0)
    expect(await stage.countIn(a)).toBe(10)
    await stage.meters(page, later(reset, 7 * 24 * 60 * MINUTE))
    expect(await stage.countIn(a)).toBe(30)
  })

  it('waits when it only says so, until the user has said it, too', async () => {
    const page = stage.load(1)
    await stage.says(page, 'A')
    await stage.rows(page, 'A', 3, 0)
    await stage.pass(MINUTE)
    expect(await stage.countIn(a)).toBe(10)
    expect(await shownAccount(stage.worker, 1)).toEqual({ account: null, waits: true })
    const { accounts, pages } = await waitingPages(stage.worker)
    expect(accounts).toEqual([a, b].toSorted())
    expect(pages).toMatchObject([{ why: 'unproved', said: [a], shows: [], records: 3 }])
    await assignPages(stage.worker, pages[0]?.label ?? '', a)
    expect(await stage.countIn(a)).toBe(13)
    await stage.rows(page, 'A', 2, 0) // the same page goes on
    expect(await stage.countIn(a)).toBe(15)
    expect(await why()).toEqual([])
  })

  it('waits when it never says so; once the user has said it, the next one does not', async () => {
    const silent = stage.load(1)
    await stage.rows(silent, 'A', 3, 5)
    await stage.pass(MINUTE)
    expect(await stage.countIn(a)).toBe(10)
    const { pages } = await waitingPages(stage.worker)
    expect(pages).toMatchObject([{ why: 'silent', said: [], shows: [a], records: 8 }])
    await assignPages(stage.worker, pages[0]?.label ?? '', a)
    expect(await stage.countIn(a)).toBe(13)
    await stage.rows(stage.load(1), 'A', 3, 5)
    expect(await stage.countIn(a)).toBe(16)
  })

  it('is not of another account because it names that', async () => {
    const page = stage.load(1)
    await stage.says(page, 'B')
    await stage.rows(page, 'A', 3, 5)
    await stage.pass(MINUTE)
    expect(await why()).toEqual(['contradicting'])
    expect([await stage.countIn(a), await stage.countIn(b)]).toEqual([10, 10])
    expect(await latestAccount(stage.worker.local)).toBe(b) // as it was before
  })

  it('is not of a new account because it names one', async () => {
    const page = stage.load(1)
    await stage.rows(page, 'A', 3, 5)
    await stage.says(page, 'nobody knows me')
    await stage.pass(MINUTE)
    expect(await why()).toEqual(['contradicting'])
    expect(await accountsOf(stage.worker.store)).toHaveLength(3)
  })

  it('is believed no more once it names another, and what it has shown stays where it is', async () => {
    const page = stage.load(1)
    await stage.says(page, 'A')
    await stage.rows(page, 'A', 3, 5)
    await stage.says(page, 'B')
    await stage.rows(page, 'A', 3, 0)
    await stage.rows(page, 'B', 3, 5)
    await stage.pass(MINUTE)
    expect([await stage.countIn(a), await stage.countIn(b)]).toEqual([13, 10])
    expect(await why()).toEqual(['contradicting'])
  })

  it('that turns into one of another account without a word puts nothing into the first', async () => {
    const page = stage.load(1)
    await stage.says(page, 'A')
    await stage.rows(page, 'A', 3, 5)
    await stage.rows(page, 'B', 3, 5)
    expect([await stage.peopleIn(a), await stage.peopleIn(b)]).toEqual([['A'], ['B']])
  })

  it('is kept apart when the user says so, and asked for no more', async () => {
    const page = stage.load(1)
    await stage.rows(page, 'A', 3, 5)
    await stage.pass(MINUTE)
    const [label = ''] = (await accountsOf(stage.worker.store)).filter(isProvisional)
    await assignPages(stage.worker, label, null)
    expect(await why()).toEqual([])
    expect(await shownAccount(stage.worker, 1)).toEqual({ account: label, waits: false })
  })

  it('goes to no account that is not there', async () => {
    await stage.rows(stage.load(1), 'A', 3, 5)
    const [label = ''] = (await accountsOf(stage.worker.store)).filter(isProvisional)
    await expect(assignPages(stage.worker, label, 'account-000000000000')).rejects.toThrow()
    await assignPages(stage.worker, a, b) // an account is no page that waits
    expect([await stage.countIn(a), await stage.countIn(b)]).toEqual([10, 10])
  })
})

it('whatever pages say, no row gets into the account of the other', async () => {
  const step = fc.record({
    tab: fc.integer({ min: 0, max: 2 }),
    reload: fc.boolean(),
    person: fc.constantFrom<Person>('A', 'B'),
    says: fc.constantFrom(null, null, 'A', 'B', 'forged'),
    late: fc.boolean(),
    fresh: fc.integer({ min: 0, max: 4 }),
    old: fc.integer({ min: 0, max: 8 }),
    pass: fc.constantFrom(0, 0, MINUTE),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const own = createStage()
      const tabs = new Map<number, { readonly sender: Sender; readonly person: Person }>()
      for (const person of ['A', 'B'] as const) {
        const sender = own.load(9)
        await own.says(sender, person)
        await own.rows(sender, person, 10, 0)
      }
      for (const each of steps) {
        // a page is of one person; what it says is another matter
        const open = tabs.get(each.tab)
        const page = !open || each.reload ? { sender: own.load(each.tab), person: each.person } : open
        tabs.set(each.tab, page)
        if (each.says && !each.late) await own.says(page.sender, each.says)
        await own.rows(page.sender, page.person, each.fresh, each.old)
        if (each.says && each.late) await own.says(page.sender, each.says)
        await own.pass(each.pass)
      }
      for (const person of ['A', 'B'] as const)
        expect(await own.peopleIn(await own.label(person))).toEqual([person])
    }),
    { numRuns: 60 },
  )
})
