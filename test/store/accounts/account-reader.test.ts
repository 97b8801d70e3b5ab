import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { AccountReader } from '../../../shared/store/accounts/account-reader.ts'
import { dropRecords } from '../../../shared/store/drop-records.ts'
import { eraseAll } from '../../../shared/store/accounts/erase.ts'
import { putEvidence } from '../../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../../shared/store/read-evidence.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'
import { freshStore } from '../fresh-store.ts'

const start = at('2026-06-02T10:00:00Z')
const clock = (minutes: number) => writeInstant(later(start, minutes * MINUTE))

/** Pages of two days, whose rows may be the same ones with and without a request id; a reading; a refusal. */
const rows = fc
  .record({ minute: fc.integer({ min: 0, max: 1_500 }), named: fc.boolean(), ok: fc.boolean() })
  .map(({ minute, named, ok }) =>
    row(clock(minute), {
      requestId: named ? `request-${minute}` : null,
      outcome: ok ? 'success' : 'failure',
      status: ok ? 200 : 429,
    }),
  )
const arrival: fc.Arbitrary<Evidence> = fc
  .oneof(
    { weight: 6, arbitrary: fc.uniqueArray(rows, { selector: ({ id }) => id, minLength: 1 }) },
    fc.integer({ min: 0, max: 200 }).map((minute) => [minute]),
  )
  .map((made) => {
    const [first] = made
    if (typeof first !== 'number') return evidenceWith(page(made.filter((each) => typeof each !== 'number')))
    return first % 2 === 0
      ? evidenceWith({ snapshots: [snapshot(clock(first), [meter('5h', 20, clock(300))])] })
      : evidenceWith({ errors: [refusal('rate_or_concurrency', clock(first))] })
  })

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a reader of an account', () => {
  it('reads after each put what evidenceOf reads, and says what came so that an analyst can go on', async () => {
    const now = later(start, 2_000 * MINUTE)
    const options = { zone: UTC, rules: DEFAULT_RULES }
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 5 }), async (arrivals) => {
        const store = freshStore()
        const reader = new AccountReader(store, 'me')
        let analyst = startAnalyst((await reader.read()).evidence, options, now)
        for (const each of arrivals) {
          await putEvidence(store, 'me', each)
          const { evidence, added } = await reader.read()
          const whole = await evidenceOf(store, 'me')
          expect(plain(evidence)).toEqual(plain(whole))
          if (added) analyst.add(added)
          else analyst = startAnalyst(evidence, options, now)
          expect(plain(analyst.report(now))).toEqual(plain(reportFrom(whole, { ...options, now })))
        }
        store.close()
      }),
      { numRuns: 25 },
    )
  })

  it('reads only the days that have changed, and keeps the rows that are the same', async () => {
    const store = freshStore()
    await putEvidence(
      store,
      'me',
      evidenceWith(page([row('2026-03-01T10:00:00Z'), row('2026-03-02T10:00:00Z')])),
    )
    const reader = new AccountReader(store, 'me')
    const first = await reader.read()
    const portions: number[] = []
    await putEvidence(store, 'me', evidenceWith(page([row('2026-03-02T11:00:00Z')])))
    const second = await reader.read(({ done }) => portions.push(done))
    expect(portions.at(-1)).toBe(4) // of the other day's row nothing is read: two rows, two captures
    expect(second.added?.records.map(({ id }) => id)).toEqual([row('2026-03-02T11:00:00Z').id])
    expect(second.evidence.records[0]).toBe(first.evidence.records[0])
    expect(second.evidence.records[1]).toBe(first.evidence.records[1])
    expect((await reader.read()).added?.records).toEqual([])
  })

  it('says that something has gone or moved', async () => {
    const store = freshStore()
    await putEvidence(store, 'me', seedEvidence())
    const reader = new AccountReader(store, 'me')
    await reader.read()
    await dropRecords(store, 'me', new Set([seedEvidence().records[0]?.id ?? '']))
    expect((await reader.read()).added).toBeNull()
    await eraseAll(store)
    expect(await reader.read()).toMatchObject({ added: null, evidence: { records: [] } })
  })
})
