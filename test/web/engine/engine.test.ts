import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../../shared/store/database/store-error.ts'
import { eraseAll } from '../../../shared/store/accounts/erase.ts'
import { openStore } from '../../../shared/store/database/open-store.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { DATABASE_VERSION } from '../../../shared/store/database/store.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { earlier, later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { EngineClient } from '../../../web/data/engine/engine-client.ts'
import { evidenceWith, meter, page, row, seedEvidence, snapshot } from '../../analyse/build.ts'
import { freshStore } from '../../store/fresh-store.ts'
import { at } from '../../time/given.ts'
import { givenConsole, WATCHED } from './given-console.ts'
import { eventually } from '../../eventually.ts'

const DAY = { range: span(at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z')), clock: 'utc', buckets: 24 }
const onRequests = { requests: [{ success: 1 }] }
const oneRow = evidenceWith(page([row('2026-03-02T10:00:00Z')]))
const anotherRow = evidenceWith(page([row('2026-03-02T10:20:00Z')]))

/** On each day a reading, a success, and three refusals: a block. */
const refusedOn = (days: number) =>
  evidenceWith(
    ...Array.from({ length: days }, (_, day) => {
      const morning = earlier(at('2026-03-08T09:00:00Z'), day * DAY_OF_HOURS)
      const rows = [0, 1, 2, 3].map((n) =>
        row(
          writeInstant(later(morning, n * MINUTE)),
          n > 0 ? { outcome: 'failure', status: 429 } : undefined,
        ),
      )
      const reading = snapshot(writeInstant(morning), [
        meter('5h', 3, writeInstant(later(morning, 2 * HOUR))),
      ])
      return { ...page(rows, later(morning, HOUR)), snapshots: [reading] }
    }),
  )

describe('the findings', () => {
  it('are of the watched account, and follow what is put and erased', async () => {
    const store = freshStore()
    const { client, findings } = givenConsole(store)
    client.watch(WATCHED)
    expect((await findings()).counts.records).toBe(0)
    await putEvidence(store, 'me', oneRow)
    await putEvidence(store, 'somebody else', seedEvidence())
    expect(await findings(({ counts }) => counts.records === 1)).toMatchObject({ account: 'me' })
    await eraseAll(store)
    await findings(({ counts }) => counts.records === 0)
    client.close()
  })

  it('are made again for another zone, and read again for another account', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const { client, findings } = givenConsole(store)
    client.watch({ ...WATCHED, zone: 'unknown' })
    expect((await findings()).report.zone).toBe('unknown')
    client.watch(WATCHED)
    await findings(({ report }) => report.zone === WATCHED.zone)
    client.watch({ ...WATCHED, account: 'somebody else' })
    expect(client.state().state).toBe('loading')
    expect((await findings()).counts.records).toBe(0)
    client.close()
  })

  it('have no list that grows with the evidence', async () => {
    const sizeOf = async (days: number) => {
      const store = freshStore()
      await putEvidence(store, 'me', refusedOn(days))
      const { client, findings } = givenConsole(store)
      client.watch(WATCHED)
      const found = await findings()
      expect(found.counts).toMatchObject({ records: 4 * days, snapshots: days })
      client.close()
      return JSON.stringify(found).length
    }
    // A number may have a digit more.
    expect(await sizeOf(60)).toBeLessThan((await sizeOf(2)) + 20)
  })
})

describe('an answer', () => {
  it('is kept up to date while evidence arrives, and stays while a new one is on its way', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', oneRow)
    const { client, findings } = givenConsole(store)
    const feed = client.feed()
    feed.ask('lanes', JSON.stringify(DAY))
    expect(feed.answer()).toEqual({ state: 'loading', value: null })
    client.watch(WATCHED)
    await eventually(() => expect(feed.answer()).toMatchObject({ state: 'ready', value: onRequests }))
    const seen: unknown[] = []
    feed.subscribe(() => seen.push(feed.answer()))
    await putEvidence(store, 'me', anotherRow)
    await findings(({ counts }) => counts.records === 2)
    await eventually(() =>
      expect(feed.answer()).toMatchObject({ state: 'ready', value: { requests: [{ success: 2 }] } }),
    )
    expect(seen[0]).toMatchObject({ state: 'loading', value: onRequests })
    client.close()
  })

  it('is only given to the last of several asks', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', oneRow)
    const { client, findings, answers } = givenConsole(store)
    client.watch(WATCHED)
    await findings()
    const feed = client.feed()
    for (const buckets of [1, 2, 3, 4, 5]) feed.ask('lanes', JSON.stringify({ ...DAY, buckets }))
    await eventually(() => expect(feed.answer().state).toBe('ready'))
    // what was put just before may be told only now, and is answered once more
    expect(answers.at(-1)).toMatchObject({ value: feed.answer().value })
    expect(new Set(answers.map(({ version }) => version)).size).toBe(answers.length)
    client.close()
  })

  it('is given to nobody who has left', async () => {
    const store = freshStore()
    const { client, findings, answers } = givenConsole(store)
    client.watch(WATCHED)
    await findings()
    const feed = client.feed()
    const other = client.feed()
    feed.ask('lanes', JSON.stringify(DAY))
    feed.leave()
    other.ask('lanes', JSON.stringify(DAY))
    await eventually(() => expect(other.answer().state).toBe('ready'))
    expect(answers).toHaveLength(1)
    expect(feed.answer()).toEqual({ state: 'loading', value: null })
    client.close()
  })

  it('that cannot be given is a failure with its reason, and the others still come', async () => {
    const { client, findings } = givenConsole(freshStore())
    client.watch(WATCHED)
    await findings()
    const [broken, unknown, fine] = [client.feed(), client.feed(), client.feed()]
    broken.ask('lanes', JSON.stringify({ clock: 'utc' }))
    unknown.ask('what is love', 'true')
    fine.ask('lanes', JSON.stringify(DAY))
    await eventually(() => expect(fine.answer().state).toBe('ready'))
    expect(broken.answer()).toMatchObject({ state: 'failed', error: { name: 'TypeError' } })
    expect(unknown.answer()).toMatchObject({ state: 'failed', error: { message: /what is love/ } })
    client.close()
  })

  it('for another account is never the one for this', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', oneRow)
    const { client } = givenConsole(store)
    const feed = client.feed()
    client.watch(WATCHED)
    feed.ask('lanes', JSON.stringify(DAY))
    await eventually(() => expect(feed.answer().state).toBe('ready'))
    client.watch({ ...WATCHED, account: 'somebody else' })
    expect(feed.answer()).toEqual({ state: 'loading', value: null })
    await eventually(() => expect(feed.answer()).toMatchObject({ state: 'ready', value: { requests: [] } }))
    client.close()
  })
})

describe('a failure', () => {
  it('of the database has its kind, and another try works once the reason is gone', async () => {
    const { name } = freshStore()
    const newer = new Dexie(name)
    newer.version(DATABASE_VERSION + 1).stores({ later: 'id' })
    await newer.open()
    newer.close()
    const { client, findings } = givenConsole(openStore(name))
    client.watch(WATCHED)
    const failed = await eventually(() => {
      const state = client.state()
      if (state.state !== 'failed') throw new Error(`still ${state.state}`)
      return state
    })
    expect(failed.error).toBeInstanceOf(StoreError)
    expect(failed.error).toMatchObject({ kind: 'newer', message: /newer version of Quotascope/ })
    await Dexie.delete(name)
    failed.again()
    expect(client.state().state).toBe('loading')
    expect((await findings()).counts.records).toBe(0)
    client.close()
  })

  it('of the way to the engine is one of the console', () => {
    let breakDown: (error: Error) => void = () => {}
    const client = new EngineClient({
      send: () => {},
      listen: (_, onBroken) => {
        breakDown = onBroken
      },
      close: () => {},
    })
    breakDown(new Error('no worker'))
    expect(client.state()).toMatchObject({ state: 'failed', error: { message: 'no worker' } })
  })
})
