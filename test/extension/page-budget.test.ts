import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { isSpent, reachedLimits, spend, withinBudget } from '../../extension/worker/health/page-budget.ts'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { keepPageCapture } from '../../extension/worker/keep-page-capture.ts'
import { refusedCount } from '../../extension/worker/refused-count.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import type { Reject } from '../../shared/evidence/kinds/reject.ts'
import { PAGE_LIMITS } from '../../shared/recorder/page-limits.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { DAY_OF_HOURS } from '../../shared/time/duration.ts'
import { later, writeInstant, type Instant } from '../../shared/time/instant.ts'
import { page, row } from '../analyse/build.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'
import { TAB } from './fake-tab.ts'

const NOW = at('2026-06-30T12:00:00Z')
const session = () => fakeArea()
const pageOf = (...given: Parameters<typeof page>): Evidence => ({ ...NO_EVIDENCE, ...page(...given) })

function workerAt(now: Instant, kept = session()): Worker {
  return {
    ownId: 'x',
    ownPages: 'x',
    store: freshStore(),
    local: fakeArea(),
    session: kept,
    signIns: signInsIn(kept),
    clock: { now: () => now, zone: () => zone('UTC') },
  }
}

const rejects = (count: number): Evidence => ({
  ...NO_EVIDENCE,
  rejects: Array.from({ length: count }, (_, n): Reject => ({
    id: `r${n}`,
    input: 'console',
    capture: 'c',
    line: null,
    path: `$[${n}]`,
    reason: { code: 'unknownJson', values: {} },
    excerpt: '',
  })),
})

it.each([
  ['characters', { characters: PAGE_LIMITS.characters, evidence: NO_EVIDENCE }, true],
  ['characters, all but one', { characters: PAGE_LIMITS.characters - 1, evidence: NO_EVIDENCE }, false],
  ['rejects, which stop nothing', { characters: 1, evidence: rejects(PAGE_LIMITS.rejects) }, false],
])('%s: the tab is spent, for the day, and no other is', async (_name, given, spent) => {
  const area = session()
  const worker = workerAt(NOW, area)
  await spend(worker, 1, given)
  expect(await isSpent(worker, 1)).toBe(spent)
  expect(await isSpent(worker, 2)).toBe(false)
  expect(await isSpent(workerAt(later(NOW, DAY_OF_HOURS), area), 1)).toBe(false)
})

it('rows: counted over the day, and said', async () => {
  const worker = workerAt(NOW)
  const evidence = pageOf(
    Array.from({ length: 100 }, () => row(writeInstant(NOW))),
    NOW,
  )
  for (let n = 0; n < PAGE_LIMITS.rows / 100; n += 1) {
    expect(await isSpent(worker, 1)).toBe(false)
    await spend(worker, 1, { characters: 1, evidence })
  }
  expect(await isSpent(worker, 1)).toBe(true)
  expect(await reachedLimits(worker)).toEqual([{ limit: 'rows', at: NOW }])
})

it('rejects over their limit are not kept, what can be read is', async () => {
  const worker = workerAt(NOW)
  await spend(worker, 1, { characters: 1, evidence: rejects(PAGE_LIMITS.rejects - 2) })
  const read = pageOf([row(writeInstant(NOW))], NOW)
  const within = await withinBudget(worker, 1, { ...read, rejects: rejects(5).rejects })
  expect(within.rejects).toHaveLength(2)
  expect(within.records).toEqual(read.records)
  expect((await withinBudget(worker, 2, rejects(5))).rejects).toHaveLength(5)
})

it('what a spent tab hands over is counted and not kept; another one goes on', async () => {
  const worker = workerAt(NOW)
  await spend(worker, 1, { characters: PAGE_LIMITS.characters, evidence: NO_EVIDENCE })
  const hand = (tab: number) =>
    keepPageCapture(
      worker,
      { tab: { ...TAB, id: tab }, documentId: `d${tab}`, url: 'https://www.kimi.com/code/console' },
      {
        id: crypto.randomUUID(),
        at: NOW,
        keptSince: NOW,
        via: 'page',
        source: 'ListUnifiedRequests',
        body: '{"requests":[]}',
      },
    )
  await hand(1)
  expect([await refusedCount(worker.local).read(), (await rawSizeOf(worker.store)).count]).toEqual([1, 0])
  await hand(2)
  expect([await refusedCount(worker.local).read(), (await rawSizeOf(worker.store)).count]).toEqual([1, 1])
})
