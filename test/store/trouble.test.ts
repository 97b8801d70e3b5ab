import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../shared/store/database/open-store.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { putRaw } from '../../shared/store/raw/raw-queue.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { DATABASE_VERSION, type Store } from '../../shared/store/database/store.ts'
import { row, seedEvidence } from '../analyse/build.ts'
import { freshStore } from './fresh-store.ts'
import { eventually } from '../eventually.ts'

const RAW = { at: null, via: 'paste', input: 'paste', source: null, body: 'x' } as const

/** A database of that name and version, opened by somebody who knows nothing of us. */
function openForeign(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('open failed')))
  })
}

afterEach(() => vi.restoreAllMocks())

describe('trouble with the database is said by its kind', () => {
  it.each([
    ['evidence', (store: Store) => putEvidence(store, 'me', seedEvidence())],
    ['a raw capture', (store: Store) => putRaw(store, 'me', 'a', RAW)],
  ])('a full disk, on putting %s: nothing of it is kept', async (_, put) => {
    const store = freshStore()
    await evidenceOf(store, 'me')
    const full = new DOMException('no room', 'QuotaExceededError')
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full
    })
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full
    })
    await expect(put(store)).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'full',
      message: /no room left/,
    })
    vi.restoreAllMocks()
    expect((await evidenceOf(store, 'me')).records).toEqual([])
    await expect(put(store)).resolves.not.toThrow()
  })

  it('a database of a newer version, which is left alone', async () => {
    const { name } = freshStore()
    const newer = new Dexie(name)
    newer.version(DATABASE_VERSION + 1).stores({ later: 'id' })
    await newer.table('later').put({ id: 'kept' })
    newer.close()
    const reading = evidenceOf(openStore(name), 'me')
    await expect(reading).rejects.toMatchObject({ kind: 'newer', message: /newer version of Quotascope/ })
    await newer.open()
    expect(newer.backendDB().version).toBe((DATABASE_VERSION + 1) * 10)
    expect([...newer.backendDB().objectStoreNames]).toEqual(['later'])
  })

  it('an older version that another tab holds open; when that lets go, the next try works', async () => {
    const { name } = freshStore()
    const other = await openForeign(name, 1)
    const store = openStore(name, 30)
    await expect(evidenceOf(store, 'me')).rejects.toMatchObject({ kind: 'blocked', message: /another tab/ })
    await expect(putEvidence(store, 'me', seedEvidence())).rejects.toMatchObject({ kind: 'blocked' })
    other.close()
    await eventually(() => putEvidence(store, 'me', seedEvidence()))
    expect((await evidenceOf(store, 'me')).records).toHaveLength(9)
  })

  it('tables that are not ours are not patched', async () => {
    const { name } = freshStore()
    const foreign = new Dexie(name)
    foreign.version(DATABASE_VERSION).stores({ foreign: 'id' })
    await foreign.open()
    foreign.close()
    await expect(evidenceOf(openStore(name), 'me')).rejects.toMatchObject({ kind: 'damaged' })
  })

  it('does not hold up a newer version in another tab', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const upgraded = await openForeign(store.name, (DATABASE_VERSION + 1) * 10)
    upgraded.close()
    await expect(evidenceOf(store, 'me')).rejects.toMatchObject({ kind: 'newer' })
  })

  it('a database that was closed', async () => {
    const store = freshStore()
    store.close()
    await expect(evidenceOf(store, 'me')).rejects.toMatchObject({ kind: 'closed' })
  })

  it('a damaged segment: said, not read as empty', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', { ...seedEvidence(), records: [row('2026-03-02T10:00:00Z')] })
    await store.segments.toCollection().modify((segment) => {
      Object.assign(segment.columns, { whens: null })
    })
    await expect(evidenceOf(store, 'me')).rejects.toMatchObject({ kind: 'damaged', message: /2026-03-02/ })
  })
})
