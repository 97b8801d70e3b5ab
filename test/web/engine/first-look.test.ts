import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { earlier, later, writeInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { firstLook } from '../../../web/data/engine/first-look.ts'
import { evidenceWith, meter, page, row, snapshot } from '../../analyse/build.ts'
import { freshStore } from '../../store/fresh-store.ts'
import { at } from '../../time/given.ts'
import { directLink } from './direct-link.ts'
import { givenConsole, WATCHED } from './given-console.ts'
import { eventually } from '../../eventually.ts'

const DAYS = 40
const ROWS = 20
const morning = (day: number) => earlier(at('2026-03-08T09:00:00Z'), day * DAY_OF_HOURS)

/** Each of forty days has twenty rows, a reading, and three refusals at the end: a block. */
const history = () =>
  evidenceWith(
    ...Array.from({ length: DAYS }, (_, day) => {
      const rows = Array.from({ length: ROWS }, (_row, n) =>
        row(
          writeInstant(later(morning(day), n * MINUTE)),
          n > 16 ? { outcome: 'failure', status: 429 } : undefined,
        ),
      )
      return page(rows, later(morning(day), HOUR))
    }),
    {
      snapshots: Array.from({ length: DAYS }, (_, day) =>
        snapshot(writeInstant(morning(day)), [meter('5h', 3, writeInstant(later(morning(day), 2 * HOUR)))]),
      ),
    },
  )

const lanesOn = (day: number) => ({
  range: span(earlier(morning(day), HOUR), later(morning(day), 3 * HOUR)),
  clock: 'utc',
  buckets: 24,
})

async function givenHistory(many: number) {
  const store = freshStore()
  await putEvidence(store, 'me', history())
  return givenConsole(store, directLink(store, many))
}

describe('a long history', () => {
  it('has the blocks of its recent days as they are when all is read, and no others', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', history())
    const options = { zone: WATCHED.zone, now: WATCHED.now, rules: DEFAULT_RULES }
    const look = await firstLook(store, 'me', options, 100)
    const { incidents } = reportFrom(await evidenceOf(store, 'me'), options)
    const since = at('2026-02-24T00:00:00Z')
    expect(look?.report.incidents).toEqual(
      incidents.filter(({ block }) => block.span !== null && block.span.from >= since),
    )
    expect(look?.report.incidents).toHaveLength(13)
    expect(incidents).toHaveLength(DAYS)
  })

  it('is answered for its recent days first, as it is answered when all is read', async () => {
    const { client, findings, found, answers } = await givenHistory(100)
    const feed = client.feed()
    feed.ask('lanes', JSON.stringify(lanesOn(0)))
    client.watch(WATCHED)
    await findings(({ since }) => since === null)
    await eventually(() => expect(answers).toHaveLength(2))
    expect(found.map(({ since }) => since)).toEqual([at('2026-02-24T00:00:00Z'), null])
    const [first, second] = answers
    expect(first).toEqual({ ...second, version: 1 })
    client.close()
  })

  it.each([
    ['lanes', lanesOn(20)],
    ['lanes', { ...lanesOn(0), range: span(morning(20), morning(0)) }],
    ['calendar', { month: null }],
    ['incidents', { filter: {}, language: 'en', wanted: null, stretch: null }],
    ['findings', { count: 20 }],
    [
      'rows',
      { filter: { text: '', outcome: 'any' }, order: { by: 'when', ascending: false }, offset: 0, count: 9 },
    ],
  ])('has no answer about %s %j before all is read', async (question, ask) => {
    const { client, findings, answers } = await givenHistory(100)
    const feed = client.feed()
    feed.ask(question, JSON.stringify(ask))
    client.watch(WATCHED)
    await findings(({ since }) => since === null)
    await eventually(() => expect(feed.answer().state).toBe('ready'))
    expect(answers).toMatchObject([{ version: 2 }])
    client.close()
  })

  it('is read at once where it is not that long', async () => {
    const { client, findings, found } = await givenHistory(10_000)
    client.watch(WATCHED)
    await findings()
    expect(found).toMatchObject([{ since: null }])
    client.close()
  })
})
