import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import {
  awaitedIn,
  awaitReset,
  planAwaited,
  notifyAwaitedReset,
} from '../../extension/worker/news/await-reset.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceWith, meter, snapshot } from '../analyse/build.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const RESET = { at: at('2026-06-02T12:00:00Z'), window: '5h' } as const
const FULL = evidenceWith({
  snapshots: [snapshot('2026-06-02T10:00:00Z', [meter('5h', 100, '2026-06-02T12:00:00Z')])],
})
const EMPTY_AFTER = evidenceWith({
  snapshots: [snapshot('2026-06-02T12:00:30Z', [meter('5h', 1, '2026-06-02T17:00:00Z')])],
})

const alarms = { create: vi.fn(), clear: vi.fn() }
const notifications = { create: vi.fn() }
const runtime = { getURL: (path: string) => path }
beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('chrome', { alarms, notifications, runtime })
})

async function workerAt(now: string, ...parts: readonly Evidence[]): Promise<Worker> {
  const store = freshStore()
  for (const part of parts) await putEvidence(store, 'me', part)
  const session = fakeArea()
  const local = fakeArea({ latestAccount: 'me', awaited: RESET })
  const clock = { now: () => at(now), zone: () => zone('Europe/Berlin') }
  return { ownId: 'x', ownPages: 'x', store, local, session, signIns: signInsIn(session), clock }
}

const told = () => notifications.create.mock.calls.map(([, { title }]) => String(title))

describe('a reset that is waited for', () => {
  it('has an alarm a minute after it, set again when the worker begins, and none once it is not wanted', async () => {
    const worker = await workerAt('2026-06-02T10:00:00Z')
    await planAwaited(worker)
    expect(alarms.create).toHaveBeenLastCalledWith('awaited-reset', { when: at('2026-06-02T12:01:00Z') })
    await awaitReset(worker, null)
    expect(alarms.clear).toHaveBeenCalledWith('awaited-reset')
  })

  it.each([
    ['before it', '2026-06-02T11:59:59Z', [FULL], []],
    ['that was seen', '2026-06-02T12:01:00Z', [FULL, EMPTY_AFTER], ['The 5-hour window was reset at 14:00']],
    ['that nothing shows', '2026-06-02T12:01:00Z', [FULL], ['The 5-hour window was due to reset at 14:00']],
    ['with no evidence left', '2026-06-02T12:01:00Z', [], ['The 5-hour window was due to reset at 14:00']],
  ])('%s', async (_, now, parts, titles) => {
    const worker = await workerAt(now, ...parts)
    await notifyAwaitedReset(worker, 'en')
    expect(told()).toEqual(titles)
    expect(await awaitedIn(worker).read()).toEqual(titles.length === 0 ? RESET : null)
    await notifyAwaitedReset(worker, 'en')
    expect(told()).toEqual(titles) // never twice
  })
})
