import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { accountsOf } from '../../../shared/store/accounts/accounts.ts'
import { eraseAccount, eraseAll } from '../../../shared/store/accounts/erase.ts'
import { dropRecords } from '../../../shared/store/drop-records.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import { putRaw } from '../../../shared/store/raw/raw-queue.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { evidenceWith, page, refusal, row, seedEvidence } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'
import { importPart } from '../imports/import-part.ts'

const SECRET = 'planted-secret'

const REQUEST = '0f0e0d0c-0b0a-4908-8706-050403020100'

/** A row that is deleted, and so lies on a shelf of its own. */
const DELETED = row('2026-03-08T10:00:00Z', { model: SECRET })

/** Something in every table, with the secret in all of it. */
const everything = (): Evidence => ({
  ...evidenceWith(
    page([row('2026-03-02 10:00:00', { origins: [{ capture: SECRET, at: 'line 1' }] })]),
    page([row('2026-03-07T10:00:00Z', { model: SECRET }), DELETED]),
    page([row('2026-03-06T10:00:00Z', { model: SECRET, requestId: REQUEST })]),
  ),
  costs: [
    {
      id: `cost:${SECRET}`,
      when: { kind: 'undated' },
      product: SECRET,
      percent: 0.14,
      below: false,
      resolution: 0.005,
      origins: [],
    },
  ],
  snapshots: seedEvidence().snapshots,
  errors: [refusal('other', null, { message: SECRET })],
  calls: [
    {
      id: `call:${SECRET}`,
      when: { kind: 'undated' },
      timeIs: 'start',
      durationMs: null,
      outcome: 'unknown',
      client: 'kimi-cli',
      agent: SECRET,
      subagent: null,
      model: null,
      inputTokens: null,
      outputTokens: null,
      origins: [],
    },
  ],
  devices: [
    {
      id: SECRET,
      name: SECRET,
      platform: null,
      clientVersion: null,
      lastActive: null,
      firstSeen: null,
      lastSeen: null,
      origins: [],
    },
  ],
  marks: [{ id: SECRET, when: { kind: 'undated' }, kind: 'note', text: SECRET }],
  annotations: [
    {
      id: SECRET,
      anchor: SECRET,
      when: { kind: 'undated' },
      kind: 'note',
      text: SECRET,
      writtenAt: at('2026-03-09T00:00:00Z'),
    },
  ],
  rejects: [
    {
      id: SECRET,
      input: SECRET,
      capture: SECRET,
      line: null,
      path: null,
      reason: { code: 'text', values: { text: SECRET } },
      excerpt: SECRET,
    },
  ],
  unknownFields: [{ source: SECRET, path: '$', count: 1 }],
})

async function fill(store: Store, account: string) {
  await putImport(store, account, importPart(`import:${SECRET}`, SECRET), everything())
  await dropRecords(store, account, new Set([DELETED.id]))
  // of which not all say the same
  await putEvidence(store, account, {
    ...NO_EVIDENCE,
    unknownFields: [{ source: SECRET, path: '$', count: 2 }],
  })
  await putRaw(store, account, `capture:${account}`, {
    at: null,
    via: 'paste',
    input: 'paste',
    source: null,
    body: SECRET,
  })
}

/** What is in the database, read past the store: rows by table. */
async function rowsInDatabase(store: Store): Promise<Record<string, number>> {
  const database = store.backendDB()
  const names = [...database.objectStoreNames]
  const counts = names.map(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).count()
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(name)))
      }),
  )
  return Object.fromEntries((await Promise.all(counts)).map((count, index) => [names[index] ?? '', count]))
}

describe('erasing', () => {
  it('leaves no row in any table', async () => {
    const store = freshStore()
    await fill(store, 'me')
    await fill(store, 'other')
    const before = await rowsInDatabase(store)
    expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([]) // or the test would test nothing
    await eraseAll(store)
    expect(Object.values(await rowsInDatabase(store)).every((rows) => rows === 0)).toBe(true)
    expect(await accountsOf(store)).toEqual([])
  })

  it('of one account leaves the others as they are', async () => {
    const store = freshStore()
    const alone = freshStore()
    await fill(store, 'me')
    await fill(store, 'other')
    await fill(alone, 'other')
    await eraseAccount(store, 'me')
    expect(await rowsInDatabase(store)).toEqual(await rowsInDatabase(alone))
    expect(await evidenceOf(store, 'other')).toEqual(await evidenceOf(alone, 'other'))
    expect(await accountsOf(store)).toEqual(['other'])
  })

  it('is an end: what comes after is new', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    await eraseAll(store)
    expect((await putEvidence(store, 'me', seedEvidence())).records.added).toBe(9)
  })
})
