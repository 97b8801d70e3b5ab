import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { onOverlay } from '../../extension/worker/handlers/on-overlay.ts'
import { statusOf } from '../../extension/worker/status.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { DATABASE_VERSION } from '../../shared/store/database/store.ts'
import { freshStore } from '../store/fresh-store.ts'
import { at, zone } from '../time/given.ts'
import { fakeArea } from './fake-area.ts'

const OWN = 'chrome-extension://x/'

async function workerOverNewer(): Promise<Worker> {
  const { name } = freshStore()
  const newer = new Dexie(name)
  newer.version(DATABASE_VERSION + 1).stores({ later: 'id' })
  await newer.open()
  newer.close()
  const [local, session] = [fakeArea(), fakeArea()]
  await local.set({ latestAccount: 'me' })
  const clock = { now: () => at('2026-06-30T12:00:00Z'), zone: () => zone('UTC') }
  return {
    ownId: 'x',
    ownPages: OWN,
    store: openStore(name),
    local,
    session,
    signIns: signInsIn(session),
    clock,
  }
}

it('of a newer version is named so in the status, which is answered all the same', async () => {
  const { health } = await statusOf(await workerOverNewer())
  expect(health.trouble).toMatchObject({ kind: 'newer' })
})

it.each([
  ['en', /newer version of Quotascope; update the extension/],
  ['zh', /更新版本的 Quotascope 写入/],
] as const)('of a newer version is named so in the strip, in %s', async (language, said) => {
  const sender = { id: 'x', url: `${OWN}popup.html` }
  const reply = await onOverlay(await workerOverNewer(), { kind: 'overlay', language }, sender)
  expect(reply).toMatchObject({ ok: true, overlay: { answer: null, records: '' } })
  const state = reply.ok ? reply.overlay?.state : null
  expect(state?.kind).toBe('trouble')
  expect(state?.text).toMatch(said)
})
