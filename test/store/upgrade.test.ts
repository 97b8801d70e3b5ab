import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import type { ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { withErrorId } from '../../shared/evidence/errors/error-id.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { AccountReader } from '../../shared/store/accounts/account-reader.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { dropRecords, restoreRecords } from '../../shared/store/drop-records.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { TABLES_1, TABLES_2, TABLES_3 } from '../../shared/store/database/schema.ts'
import { evidenceWith, meter, refusal, row, snapshot } from '../analyse/build.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'
import { pageReadIn } from './page-read-in.ts'

const CYCLE =
  "You've reached your usage limit for this billing cycle. Your quota will be refreshed in the next cycle."
const ORGANIZATION = 'Your request reached organization max RPM: 3, please try again after 1 seconds'
const SEVEN =
  "You've reached your weekly (7-day) usage limit. Your quota will reset when the current 7-day window ends."

const asKept = (errorClass: ErrorObservation['errorClass'], message: string, time: string | null) =>
  withErrorId({ ...refusal(errorClass, time), message, type: null })

const { costs: _costs, dropped, imports, annotations: notes, ...FIRST } = TABLES_1

/** Tables of versions 4 and 5, without those that went. */
const TABLES_4: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TABLES_3).flatMap(([name, keys]) => (keys === null ? [] : [[name, keys]])),
)

/** Tables as builds of the past declared them, most under the number 1. */
const BUILDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['the build before single calls were read', { ...FIRST, annotations: notes, dropped, imports }],
  ['the build before rows could be deleted', { ...FIRST, annotations: notes }],
  ['the build before notes were kept', FIRST],
  ['the first build', { ...FIRST, raw: 'id, account, pending, keptSince' }],
  ['the last build of version 1', TABLES_1],
  ['version 2', TABLES_2],
  ['version 5', TABLES_4],
]

const versionOf = (tables: Readonly<Record<string, string>>) =>
  tables === TABLES_4 ? 5 : tables === TABLES_2 ? 2 : 1

/** Tables of earlier versions that are gone: what stood in them was made of rows that stand elsewhere. */
const GONE: Readonly<Record<string, readonly unknown[]>> = {
  minutes: [{ account: 'me', day: '2026-03-02', columns: {} }],
  captureZones: [{ account: 'me', capture: 'capture:a', zone: 'Europe/Berlin' }],
}

/** What a store of today holds, written into a database that has only these tables. */
async function oldDatabase(tables: Readonly<Record<string, string>>, errors: readonly ErrorObservation[]) {
  const now = freshStore()
  const first = errors[0]
  const written = first
    ? [
        annotationOf({
          anchor: first.id,
          when: first.when,
          kind: 'note',
          text: 'why?',
          writtenAt: at('2026-03-09T00:00:00Z'),
        }),
      ]
    : []
  await putEvidence(now, 'me', pageReadIn([row('2026-03-02T10:00:00Z'), row('2026-03-02T10:01:00Z')]))
  await putEvidence(now, 'me', { ...NO_EVIDENCE, errors, annotations: written })
  const old = new Dexie(`${now.name}, earlier`)
  old.version(versionOf(tables)).stores(tables)
  for (const table of old.tables)
    await table.bulkPut(GONE[table.name] ?? (await now.table(table.name).toArray()))
  const body = 'x'.repeat(100)
  if (old.verno === 1) {
    // neither stamps nor sizes were kept at first
    await old
      .table('headers')
      .toCollection()
      .modify((header: Record<string, unknown>) => {
        delete header.stamp
      })
    await old.table('raw').put({ id: 'r', account: 'me', raw: { body } })
  } else await old.table('raw').put({ id: 'r', account: 'me', raw: { body }, bytes: 150 })
  old.close()
  return old.name
}

describe.each(BUILDS)('a database of %s', (_, tables) => {
  it('opens with everything in it', async () => {
    const store = openStore(await oldDatabase(tables, [asKept('window_5h', 'whatever it was', null)]))
    const { records, captures, errors } = await evidenceOf(store, 'me')
    expect([records.length, captures.length, errors.length]).toEqual([2, 1, 1])
    const read = await new AccountReader(store, 'me').read()
    expect(read.evidence.records).toHaveLength(2)
    expect((await rawSizeOf(store)).bytes).toBeGreaterThan(100)
    await putEvidence(store, 'me', evidenceWith({ records: [row('2026-03-02T10:02:00Z')] }))
    expect((await evidenceOf(store, 'me')).records).toHaveLength(3)
  })
})

it('readings of version 2, which kept their conflicts in words, are read by their numbers', async () => {
  const now = freshStore()
  const reading = snapshot('2026-03-02T10:00:00Z', [meter('5h', 41, '2026-03-02T12:10:11Z')])
  await putEvidence(now, 'me', { ...NO_EVIDENCE, snapshots: [reading] })
  const old = new Dexie(`${now.name}, earlier`)
  old.version(2).stores(TABLES_2)
  for (const table of old.tables)
    if (table.name in TABLES_3 && !(table.name in GONE))
      await table.bulkPut(await now.table(table.name).toArray())
  await old
    .table('snapshots')
    .toCollection()
    .modify((segment: { checksum?: number; columns: Record<string, unknown> }) => {
      delete segment.checksum
      segment.columns['conflicts'] = { values: [['5h: 41 % by count, but 0 % by ratio']], rows: null }
    })
  old.close()
  const kept = await evidenceOf(openStore(old.name), 'me')
  expect(kept.snapshots).toEqual([reading])
})

it('rejects of version 4, which kept a text, keep the sentence that it is', async () => {
  const input = {
    at: null,
    via: 'paste',
    input: 'paste',
    source: null,
    body: '{"usage":{"limit":100},"limits":7}',
  } as const
  const [now] = parseInput(input, { zone: UNKNOWN_ZONE }).evidence.rejects
  if (!now) throw new Error('nothing was refused')
  const kept = (reason: string, id: string) => ({ account: 'me', item: { ...now, id, reason } })
  const old = new Dexie(`${freshStore().name}, earlier`)
  old.version(4).stores(TABLES_4)
  await old
    .table('rejects')
    .bulkPut([
      kept('Invalid input: expected array, received number', 'reject:1'),
      kept('as nobody says it any more', 'reject:2'),
    ])
  old.close()
  const { rejects } = await evidenceOf(openStore(old.name), 'me')
  expect(rejects).toHaveLength(2)
  expect(rejects).toContainEqual(now)
  expect(rejects.map(({ reason }) => reason)).toContainEqual({
    code: 'text',
    values: { text: 'as nobody says it any more' },
  })
})

it('requests of version 5, which did not note their days, are found on them', async () => {
  const requestId = '0f0e0d0c-0b0a-4908-8706-050403020100'
  const now = freshStore()
  await putEvidence(now, 'me', pageReadIn([row('2026-03-02T10:00:00Z', { requestId })]))
  const old = new Dexie(`${now.name}, earlier`)
  old.version(5).stores(TABLES_4)
  for (const table of old.tables) await table.bulkPut(await now.table(table.name).toArray())
  old.close()
  const store = openStore(old.name)
  await putEvidence(store, 'me', pageReadIn([row('2026-07-22T03:06:49Z', { requestId })]))
  expect((await evidenceOf(store, 'me')).records).toHaveLength(1)
})

it.each([
  ['version 5', TABLES_4],
  ['version 1', TABLES_1],
])('a request of %s that is kept on two days, deleted or not, is one row at once', async (_, tables) => {
  const requestId = '0f0e0d0c-0b0a-4908-8706-050403020100'
  const march = pageReadIn([row('2026-03-02T10:00:00Z', { requestId })])
  const july = pageReadIn([row('2026-07-22T03:06:49Z', { requestId }), row('2026-07-22T03:07:00Z')])
  const deleted = row('2026-03-02T10:00:01Z', { requestId: requestId.replace('0100', '0200') })
  const now = freshStore()
  for (const page of [
    march,
    july,
    pageReadIn([deleted]),
    pageReadIn([{ ...deleted, when: july.records[0]?.when ?? deleted.when }]),
  ]) {
    await putEvidence(now, 'me', page)
    await dropRecords(now, 'me', new Set([deleted.id]))
    await now.requestDays.clear()
  }
  const old = new Dexie(`${now.name}, earlier`)
  old.version(versionOf(tables)).stores(tables)
  for (const table of old.tables)
    await table.bulkPut(GONE[table.name] ?? (await now.table(table.name).toArray()))
  old.close()
  const store = openStore(old.name)
  expect((await evidenceOf(store, 'me')).records).toEqual(mergeEvidence(march, july).records)
  expect((await countsOf(store, 'me')).items.records).toBe(2)
  expect(await restoreRecords(store, 'me', new Set([deleted.id]))).toBe(1)
})

describe('errors of version 1', () => {
  it.each([
    ['the cycle that was taken for the week', 'window_7d', CYCLE, 'quota_unnamed'],
    ['the open platform, of which nothing was known', 'other', ORGANIZATION, 'open_platform'],
    ['the week, which it is', 'window_7d', SEVEN, 'window_7d'],
    ['words of nobody, as they were read by their status', 'auth', 'something else', 'auth'],
  ] as const)('%s', async (_, kept, message, now) => {
    const store = openStore(await oldDatabase(TABLES_1, [asKept(kept, message, '2026-03-02T10:00:00Z')]))
    const { errors, annotations } = await evidenceOf(store, 'me')
    expect(errors).toMatchObject([{ errorClass: now, message }])
    expect(annotations.map(({ anchor }) => anchor)).toEqual(errors.map(({ id }) => id))
  })

  it('are one with the same error read anew, in the database and in one read of both', async () => {
    const body = JSON.stringify({ error: { message: CYCLE, type: 'access_terminated_error' } })
    const input = { at: null, via: 'paste', input: 'paste', source: null, body } as const
    const { evidence } = parseInput(input, { zone: UNKNOWN_ZONE })
    const [fresh] = evidence.errors
    if (!fresh) throw new Error('no error')
    const old = withErrorId({ ...fresh, errorClass: 'window_7d', origins: [] })
    const store = openStore(await oldDatabase(TABLES_1, [old]))
    await putEvidence(store, 'me', evidence)
    const { errors } = await evidenceOf(store, 'me')
    expect(errors).toEqual([fresh])
  })

  it('were kept twice, under the old class and the new: one', async () => {
    const both = [asKept('window_7d', CYCLE, null), asKept('quota_unnamed', CYCLE, null)]
    const store = openStore(await oldDatabase(TABLES_1, both))
    expect((await evidenceOf(store, 'me')).errors).toEqual([both[1]])
  })

  it('of a day that cannot be read back stay as they are, and the others are read again', async () => {
    const name = await oldDatabase(TABLES_1, [
      asKept('window_7d', CYCLE, '2026-03-02T10:00:00Z'),
      asKept('window_7d', CYCLE, '2026-03-05T10:00:00Z'),
    ])
    const old = new Dexie(name)
    old.version(1).stores(TABLES_1)
    const key = ['me', 'utc', '2026-03-02']
    await old.table('errors').update(key, { columns: { errors: null } })
    const before: unknown = await old.table('errors').get(key)
    old.close()
    const store = openStore(name)
    expect(await store.errors.get(['me', 'utc', '2026-03-02'])).toEqual(before)
    const other = await store.errors.get(['me', 'utc', '2026-03-05'])
    expect(other?.columns.errors).toMatchObject([{ errorClass: 'quota_unnamed' }])
  })
})
