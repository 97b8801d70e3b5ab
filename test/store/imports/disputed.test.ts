import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import type { Device } from '../../../shared/evidence/kinds/device.ts'
import { markOf } from '../../../shared/evidence/kinds/mark.ts'
import { adding, inverseOf } from '../../../shared/evidence/user-items.ts'
import { UNDATED } from '../../../shared/evidence/when.ts'
import { changeUserItems } from '../../../shared/store/change-user-items.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { moveAccount } from '../../../shared/store/accounts/move-account.ts'
import { dropRecords, restoreRecords } from '../../../shared/store/drop-records.ts'
import { putImport } from '../../../shared/store/imports/put-import.ts'
import { HERE } from '../../../shared/store/imports/owners.ts'
import { undoImport } from '../../../shared/store/imports/undo-import.ts'
import { ownEvidenceOf } from '../../../shared/store/own-evidence.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { putInstallation } from '../../../shared/store/put-installation.ts'
import { dropRecordsBefore } from '../../../shared/store/raw/retention.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import type { Store } from '../../../shared/store/database/store.ts'
import { evidenceWith, page, row } from '../../analyse/build.ts'
import { at, day } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'
import { importPart } from './import-part.ts'

const TEN = '2026-03-02T10:00:00Z'
const ID = '0f0e0d0c-0b0a-4908-8706-050403020100'
const SERVED = row(TEN, { requestId: ID })
const FAILED = { ...SERVED, outcome: 'failure', status: 429, statusText: 'Failed' } as const

const MARK = markOf({ kind: 'note', text: 'here', when: SERVED.when })
const DEVICE: Device = {
  id: 'device:a',
  name: 'a',
  platform: 'macOS',
  clientVersion: '1',
  lastActive: null,
  firstSeen: at(TEN),
  lastSeen: at(TEN),
  origins: [{ capture: 'capture:page', at: 'line 1' }],
}
const SEEN: Evidence = {
  ...NO_EVIDENCE,
  devices: [DEVICE],
  unknownFields: [{ source: 'usages', path: '$.new', count: 1 }],
}
const BROUGHT: Evidence = {
  ...pageCalled('import', []),
  devices: [
    {
      ...DEVICE,
      clientVersion: '2',
      lastSeen: at('2026-03-03T10:00:00Z'),
      origins: [{ capture: 'capture:import', at: 'line 1' }],
    },
  ],
  unknownFields: [{ source: 'usages', path: '$.new', count: 5 }],
}
const see = (store: Store) => () => putEvidence(store, 'me', SEEN)
const bring = (store: Store) => () => putImport(store, 'me', importPart('one'), BROUGHT)

/** A page of its own with these rows, told from others by a name. */
function pageCalled(name: string, rows: readonly UsageRecord[]): Evidence {
  const { captures } = page([row(TEN)])
  const [capture] = captures
  if (!capture) throw new Error('a page without a capture')
  const id = `capture:${name}`
  const origins = [{ capture: id, at: 'line 1' }]
  return evidenceWith({
    captures: [{ ...capture, id }],
    records: rows.map((record) => ({ ...record, origins })),
  })
}

const LAPTOP = {
  installation: { id: 'b', name: null },
  writtenAt: at(TEN),
  digest: 'd',
  file: { name: 'b.json', size: 1, modified: 1 },
}

const outcomesIn = ({ records }: Evidence) => records.map(({ outcome, status }) => `${outcome} ${status}`)

describe('a row of which an import says that it failed', () => {
  it('was served again, as the page said, once the import is undone', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    const was = await evidenceOf(store, 'me')
    await putImport(store, 'me', importPart('one'), pageCalled('import', [FAILED]))
    expect(outcomesIn(await evidenceOf(store, 'me'))).toEqual(['failure 429'])
    await undoImport(store, 'me', 'one')
    expect(await evidenceOf(store, 'me')).toEqual(was)
    expect(await store.disputes.count()).toBe(0)
  })

  it('is what the page says of it that is seen only afterwards', async () => {
    const store = freshStore()
    await putImport(store, 'me', importPart('one'), pageCalled('import', [FAILED]))
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    await undoImport(store, 'me', 'one')
    expect(await evidenceOf(store, 'me')).toEqual(pageCalled('page', [SERVED]))
  })

  it('failed nevertheless where the page says so, too', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    await putImport(store, 'me', importPart('one'), pageCalled('import', [FAILED]))
    await putEvidence(store, 'me', pageCalled('later page', [FAILED]))
    await undoImport(store, 'me', 'one')
    expect(outcomesIn(await evidenceOf(store, 'me'))).toEqual(['failure 429'])
  })

  it('is restored as it was where the user has deleted it in between', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    const was = await evidenceOf(store, 'me')
    await putImport(store, 'me', importPart('one'), pageCalled('import', [FAILED]))
    await dropRecords(store, 'me', new Set([SERVED.id]))
    await undoImport(store, 'me', 'one')
    await restoreRecords(store, 'me', new Set([SERVED.id]))
    expect(await evidenceOf(store, 'me')).toEqual(was)
  })

  it('goes back to its day, and stays disputed between those that are left', async () => {
    const store = freshStore()
    const elsewhere = { ...FAILED, when: row('2026-03-01T10:00:00Z').when }
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    await putImport(store, 'me', importPart('one'), pageCalled('one', [elsewhere]))
    await putImport(
      store,
      'me',
      importPart('two', 'b.log', '02'),
      pageCalled('two', [{ ...FAILED, status: 503 }]),
    )
    await undoImport(store, 'me', 'one')
    const { records } = await evidenceOf(store, 'me')
    expect(records).toMatchObject([{ when: SERVED.when, outcome: 'failure', status: 503 }])
    await undoImport(store, 'me', 'two')
    expect(await evidenceOf(store, 'me')).toEqual(pageCalled('page', [SERVED]))
  })

  it('is what this installation saw in what it writes for others', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    await putInstallation(store, 'me', { ...importPart('one'), from: LAPTOP }, pageCalled('theirs', [FAILED]))
    expect(outcomesIn(await evidenceOf(store, 'me'))).toEqual(['failure 429'])
    expect(await ownEvidenceOf(store, 'me')).toEqual(pageCalled('page', [SERVED]))
    const next = { ...importPart('two'), from: { ...LAPTOP, digest: 'e' } }
    await putInstallation(store, 'me', next, pageCalled('theirs', [SERVED]))
    expect(outcomesIn(await evidenceOf(store, 'me'))).toEqual(['success null'])
  })

  it.each([
    ['import, page', (store: Store) => [bring(store), see(store)]],
    ['page, import', (store: Store) => [see(store), bring(store)]],
  ])('takes with it whatever else it told otherwise: %s', async (_, both) => {
    const [store, alone] = [freshStore(), freshStore()]
    for (const done of both(store)) await done()
    await undoImport(store, 'me', 'one')
    await see(alone)()
    expect(await evidenceOf(store, 'me')).toEqual(await evidenceOf(alone, 'me'))
  })

  it('does not bring back a mark that the user has removed since', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', { ...NO_EVIDENCE, marks: [MARK] })
    await putImport(store, 'me', importPart('one'), { ...NO_EVIDENCE, marks: [{ ...MARK, when: UNDATED }] })
    expect(await store.disputes.count()).toBe(1)
    await changeUserItems(store, 'me', inverseOf(adding({ marks: [MARK] })))
    await undoImport(store, 'me', 'one')
    expect((await evidenceOf(store, 'me')).marks).toEqual([])
  })

  it('leaves nothing behind of a day that is dropped', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', pageCalled('page', [SERVED]))
    await putImport(store, 'me', importPart('one'), pageCalled('import', [FAILED]))
    expect(await store.disputes.count()).toBe(1)
    await dropRecordsBefore(store, 'me', day('2026-03-03'))
    expect(await store.disputes.count()).toBe(0)
  })
})

const REQUESTS = [1, 2, 3].map((n) => `0f0e0d0c-0b0a-4908-8706-05040302010${n}`)
const said = fc.record({
  requestId: fc.constantFrom(...REQUESTS, null),
  time: fc.constantFrom(TEN, '2026-03-01T23:59:59Z', '2026-03-02 10:00:00', '2026-07-22T03:06:49Z'),
  outcome: fc.constantFrom('success', 'failure', 'unknown'),
  status: fc.constantFrom(null, 200, 429),
  model: fc.constantFrom(null, 'kimi-for-coding'),
} as const)
const rows = fc.uniqueArray(
  said.map(({ time, ...details }) => row(time, details)),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
)
interface Step {
  readonly name: string
  /** The import that says it; null: this installation. */
  readonly by: string | null
  readonly rows: readonly UsageRecord[]
}

const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.record({ by: fc.constantFrom(null, 'a', 'b', 'c'), rows }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((step, n) => ({ ...step, name: `${step.by ?? 'here'} ${n}` })))

async function take(store: Store, account: string, { name, by, rows: some }: Step): Promise<void> {
  const evidence = pageCalled(name, some)
  if (by === null) await putEvidence(store, account, evidence)
  else await putImport(store, account, importPart(by), evidence)
}

async function afterTaking(all: readonly Step[], account = 'me'): Promise<Store> {
  const store = freshStore()
  for (const step of all) await take(store, account, step)
  return store
}

/** In the order of their ids: which came first shows in nothing but the order of what has no time. */
const byId = ({ records, captures, ...rest }: Evidence): Evidence => ({
  ...rest,
  records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  captures: captures.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

describe('whatever imports say, in any order and however often', () => {
  it('is gone with them, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps.chain((all) =>
          fc.tuple(fc.shuffledSubarray([...all, ...all], { minLength: all.length }), fc.constant(all)),
        ),
        fc.subarray(['a', 'b', 'c']),
        fc.constantFrom(null, HERE, 'a'),
        async ([some, all], undone, movedTo) => {
          const store = await afterTaking([...some, ...all], movedTo === null ? 'me' : 'waiting')
          const other: Step = { name: 'of the other', by: movedTo === HERE ? null : movedTo, rows: [SERVED] }
          if (movedTo !== null) {
            await take(store, 'me', other)
            await moveAccount(store, 'waiting', 'me')
          }
          for (const id of undone) await undoImport(store, 'me', id)
          const everything = movedTo === null ? all : [...all, other]
          const rest = everything.filter(({ by }) => by === null || !undone.includes(by))
          const without = await afterTaking(rest)
          expect(byId(await evidenceOf(store, 'me'))).toEqual(byId(await evidenceOf(without, 'me')))
          for (const id of ['a', 'b', 'c']) await undoImport(store, 'me', id)
          expect(await store.disputes.count()).toBe(0)
          for (const each of [store, without]) each.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is not among what this installation writes for others, where they are other installations', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const store = freshStore()
        for (const step of all) {
          const { by, name } = step
          if (by === null) await take(store, 'me', step)
          else
            await putInstallation(
              store,
              'me',
              { ...importPart(name), from: { ...LAPTOP, installation: { id: by, name: null } } },
              pageCalled(name, step.rows),
            )
        }
        const alone = await afterTaking(all.filter(({ by }) => by === null))
        // as it is written: of all days at once
        expect(mergeEvidence(await ownEvidenceOf(store, 'me'))).toEqual(
          mergeEvidence(await evidenceOf(alone, 'me')),
        )
        for (const each of [store, alone]) each.close()
      }),
      { numRuns: 60 },
    )
  })
})
