import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { plainRecord, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { UNDATED } from '../../shared/evidence/when.ts'
import { rowIdsQuestion, rowsQuestion, type RowsAsk } from '../../web/data/questions/rows/rows-question.ts'
import { evidenceWith, row, zoneNamed } from '../analyse/build.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { at } from '../time/given.ts'

const OLD = row('2026-03-02T10:00:00Z', { model: 'kimi-k2' })
const FAILED = row('2026-03-02T12:00:00Z', { outcome: 'failure', status: 429 })
const WALL = row('2026/03/02 11:00:00', { userAgent: 'KimiCLI/2.0' })
const UNDATED_ROW = { ...row('2026-03-02T13:00:00Z', { requestId: 'req-7' }), when: UNDATED }
const ALL = [OLD, UNDATED_ROW, WALL, FAILED]

const EVERY: RowsAsk = {
  filter: { text: '', outcome: 'any', installation: null, from: null, to: null },
  order: { by: 'when', ascending: false },
  offset: 0,
  count: 100,
}

const wall = (text: string | null) => (text === null ? null : readWallTime(text))

function knownWith(records: readonly UsageRecord[], zone = 'unknown') {
  const evidence = evidenceWith({ records })
  const options = { now: at('2026-03-09T00:00:00Z'), zone: zoneNamed(zone), rules: DEFAULT_RULES }
  return { account: 'me', since: null, kept: {}, sights: [], ...analyse(evidence, options) }
}

describe('rows of history', () => {
  it.each([
    ['no filter', 'unknown', { text: '', outcome: 'any' }, [FAILED, WALL, OLD, UNDATED_ROW]],
    [
      'a zone moves rows without one',
      '-02:00',
      { text: '', outcome: 'any' },
      [WALL, FAILED, OLD, UNDATED_ROW],
    ],
    ['an outcome', 'unknown', { text: '', outcome: 'failure' }, [FAILED]],
    ['a status', 'unknown', { text: '429', outcome: 'any' }, [FAILED]],
    ['a model, in any case', 'unknown', { text: ' KIMI-k2', outcome: 'any' }, [OLD]],
    ['a client', 'unknown', { text: 'cli/2.0', outcome: 'any' }, [WALL]],
    ['a request id', 'unknown', { text: 'req-7', outcome: 'any' }, [UNDATED_ROW]],
    ['a request id of another outcome', 'unknown', { text: 'req-7', outcome: 'failure' }, []],
    ['nothing fits', 'unknown', { text: 'no such', outcome: 'any' }, []],
  ] as const)('newest first: %s', (_name, zone, filter, rows) => {
    const page = rowsQuestion.answer(knownWith(ALL, zone), {
      ...EVERY,
      filter: { ...EVERY.filter, ...filter },
    })
    expect(page).toMatchObject({ offset: 0, rows, total: rows.length, all: ALL.length })
  })

  it.each([
    ['when', true, [UNDATED_ROW, OLD, WALL, FAILED]],
    ['client', false, [WALL, FAILED, OLD, UNDATED_ROW]],
    ['client', true, [FAILED, OLD, UNDATED_ROW, WALL]],
    ['outcome', true, [FAILED, WALL, OLD, UNDATED_ROW]],
  ] as const)('sorted by %s, ascending %s, equals newest first', (by, ascending, rows) => {
    expect(
      rowsQuestion.answer(knownWith(ALL), { ...EVERY, order: { by, ascending } }).rows.map(plainRecord),
    ).toEqual(rows)
  })

  it.each([
    ['12:00', 'unknown', [FAILED]],
    ['12:00:00', 'unknown', [FAILED]],
    ['12:00:01', 'unknown', []],
    ['2 Mar 12:00', 'unknown', [FAILED]],
    ['Mon, 2 March 2026, 12:00', 'unknown', [FAILED]],
    ['3 Mar', 'unknown', []],
    ['2026-03-02 11:00', 'unknown', [WALL]],
    ['3月2日 11:00', 'unknown', [WALL]],
    ['14:00', '+02:00', [FAILED]], // as the page shows it
    ['11:00', '+02:00', [WALL]], // a row without a zone is what its own clock showed
    ['12:00 429', 'unknown', [FAILED]],
    ['12:00 200', 'unknown', []],
    ['2 Mar failed', 'unknown', [FAILED]],
    ['失败', 'unknown', [FAILED]],
  ] as const)('a search for %s under %s', (text, zone, rows) => {
    const page = rowsQuestion.answer(knownWith(ALL, zone), { ...EVERY, filter: { ...EVERY.filter, text } })
    expect(page.rows.map(plainRecord)).toEqual(rows)
  })

  it.each([
    ['2026-03-02 11:00', '2026-03-02 12:00', [FAILED, WALL]], // both minutes included
    ['2026-03-02 11:01', '2026-03-02 11:59', []],
    ['2026-03-02 12:00', null, [FAILED]],
    [null, '2026-03-02 10:59', [OLD]],
  ] as const)('from %s to %s', (from, to, rows) => {
    const filter = { ...EVERY.filter, from: wall(from), to: wall(to) }
    expect(rowsQuestion.answer(knownWith(ALL), { ...EVERY, filter }).rows.map(plainRecord)).toEqual(rows)
  })

  it('that do not pass say which part of the filter keeps them out', () => {
    const filter = { ...EVERY.filter, text: '429', outcome: 'success' as const }
    expect(rowsQuestion.answer(knownWith(ALL), { ...EVERY, filter }).noneBecause).toEqual({
      withoutText: 3,
      withoutOutcome: 1,
      withoutTimes: 0,
      withoutInstallation: 0,
      from: wall('2026-03-02 10:00'),
      to: wall('2026-03-02 12:00'),
    })
    expect(rowsQuestion.answer(knownWith(ALL), EVERY).noneBecause).toBeUndefined()
  })

  it('of several installations say who saw each, and are filtered by who did', () => {
    const seenIn = (record: UsageRecord, ...captures: readonly string[]): UsageRecord => ({
      ...record,
      origins: captures.map((capture) => ({ capture, at: 'line 1' })),
    })
    const sights = [
      { installation: { id: 'here', name: null }, captures: ['a', 'b'] },
      { installation: { id: 'laptop', name: 'Laptop' }, captures: ['b', 'c'] },
    ]
    const rows = [seenIn(OLD, 'a'), seenIn(WALL, 'c', 'a'), seenIn(FAILED, 'c')]
    const known = { ...knownWith(rows), sights }
    const under = (installation: string | null, text = '') =>
      rowsQuestion.answer(
        { ...known, kept: {} },
        { ...EVERY, filter: { ...EVERY.filter, installation, text } },
      )
    expect(under(null).installations).toEqual(sights.map(({ installation }) => installation))
    expect(under(null).rows.map(({ seenBy }) => seenBy)).toEqual([[1], [0, 1], [0]])
    expect(under('laptop').rows.map(({ id }) => id)).toEqual([FAILED.id, WALL.id])
    expect(under('here').rows.map(({ id }) => id)).toEqual([WALL.id, OLD.id])
    expect(under('gone').total).toBe(0)
    expect(under('here', '429').noneBecause).toMatchObject({ withoutText: 2, withoutInstallation: 1 })
    expect(rowsQuestion.answer(knownWith(rows), EVERY).installations).toEqual([])
  })

  it('say which is the copy, without a zone, of a dated one', () => {
    const copy = row('2026/03/02 18:00:00', { model: null })
    const copiesUnder = (zone: string) =>
      rowsQuestion
        .answer(knownWith([OLD, FAILED, WALL, copy], zone), EVERY)
        .rows.filter(({ isCopy }) => isCopy)
    expect(copiesUnder('+08:00').map(({ id }) => id)).toEqual([copy.id])
    expect(copiesUnder('unknown')).toEqual([])
    expect(copiesUnder('+07:00')).toEqual([])
  })

  it('come as pages that together are all, whatever the order', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 30 })
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('when', 'model', 'status', 'source'),
        fc.boolean(),
        (minutes, by, ascending) => {
          const records = minutes.map((minute) =>
            row(`2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`, { model: `model ${minute % 3}` }),
          )
          const known = knownWith(records)
          const ask = { ...EVERY, order: { by, ascending }, count: 7 }
          const pages = [0, 7, 14, 21, 28].flatMap(
            (offset) => rowsQuestion.answer(known, { ...ask, offset }).rows,
          )
          const ids = pages.map(({ id }) => id)
          expect(ids.toSorted()).toEqual(records.map(({ id }) => id).toSorted())
          if (by !== 'model') return
          const models = pages.map(({ model }) => model ?? '')
          expect(models).toEqual(ascending ? models.toSorted() : models.toSorted().toReversed())
        },
      ),
    )
  })

  it('that pass a filter are named for doing something with them', () => {
    expect(rowIdsQuestion.answer(knownWith(ALL), { ...EVERY.filter, outcome: 'success' })).toEqual([
      WALL.id,
      OLD.id,
      UNDATED_ROW.id,
    ])
  })
})
