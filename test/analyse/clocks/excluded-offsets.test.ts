import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

/** Rows refused at that time on a wall clock, and the newest row, which was captured at a known moment. */
function tableOf(refusedAt: string, newest: string, capturedAt: string) {
  const refused = ['00', '10', '20'].map((second) =>
    row(`${refusedAt}:${second}`, { outcome: 'failure', status: 403 }),
  )
  const { incidents } = reportFrom(evidenceWith(page([...refused, row(`${newest}:00`)], at(capturedAt))), {
    now: at('2026-12-31T00:00:00Z'),
    zone: zoneNamed('unknown'),
    rules: DEFAULT_RULES,
  })
  const quota = incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')
  if (!quota?.byOffset) throw new Error('no table')
  const reasons = quota.offsetsExcluded.filter(({ fact }) => fact.rule === 'offset_in_future')
  return { excluded: reasons.map(({ offset }) => offset), kept: Object.keys(quota.byOffset) }
}

describe('offsets under which the newest row would be of the future', () => {
  it.each([
    // where                       refused            newest row         captured                kept      excluded
    ['the same day', '2026-06-02 11:00', '2026-06-02 12:00', '2026-06-02T10:00:30Z', '+02:00', '+01:00'],
    [
      'a week later, no change',
      '2026-06-02 11:00',
      '2026-06-09 12:00',
      '2026-06-09T10:00:30Z',
      '+02:00',
      '+01:00',
    ],
    [
      'London, put forward',
      '2026-03-28 02:28',
      '2026-03-29 04:10',
      '2026-03-29T03:10:30Z',
      '+00:00',
      '-01:00',
    ],
    [
      'London, in the same night',
      '2026-03-29 00:30',
      '2026-03-29 04:10',
      '2026-03-29T03:10:30Z',
      '+00:00',
      '-01:00',
    ],
    ['London, put back', '2026-10-24 23:00', '2026-10-25 03:00', '2026-10-25T03:00:30Z', '+01:00', '-02:00'],
    [
      'Berlin, months later',
      '2026-02-02 11:00',
      '2026-06-02 12:00',
      '2026-06-02T10:00:30Z',
      '+01:00',
      '+00:00',
    ],
    [
      'Sydney, put forward',
      '2026-10-03 11:00',
      '2026-10-05 12:00',
      '2026-10-05T01:00:30Z',
      '+10:00',
      '+09:00',
    ],
    [
      'Lord Howe, by half an hour',
      '2026-10-03 11:00',
      '2026-10-05 12:00',
      '2026-10-05T01:00:30Z',
      '+10:30',
      '+09:30',
    ],
    ['winter to winter', '2026-01-20 11:00', '2026-11-20 12:00', '2026-11-20T11:00:30Z', '+00:00', '-01:00'],
  ])('%s', (_, refusedAt, newest, capturedAt, kept, excluded) => {
    const table = tableOf(refusedAt, newest, capturedAt)
    expect(table.kept).toContain(kept)
    expect(table.excluded).toContain(excluded)
  })
})

describe('the clock that dated a copy', () => {
  it.each([
    // the copy shows a row of 12:00 on the wall
    ['slow by 8 minutes', '2026-06-02T09:52:00Z', '+02:00', true],
    ['slow by 14 minutes, to the second', '2026-06-02T09:46:00Z', '+02:00', true],
    ['slow by a second more', '2026-06-02T09:45:59Z', '+02:00', false],
    ['slow by 8 minutes, a quarter of an hour away', '2026-06-02T06:07:00Z', '+05:45', true],
    ['right, and the next quarter is not', '2026-06-02T06:15:00Z', '+05:30', false],
    ['fast by an hour', '2026-06-02T11:00:00Z', '+02:00', true],
  ])('%s', (_, capturedAt, offset, stands) => {
    const { kept, excluded } = tableOf('2026-06-02 11:00', '2026-06-02 12:00', capturedAt)
    expect([kept.includes(offset), excluded.includes(offset)]).toEqual([stands, !stands])
  })
})

describe('a block in which the clocks were changed', () => {
  // London: 01:00 became 02:00, so 03:30 on the wall was 02:30 in UTC, before the reset at 02:45
  const reset = '2026-03-29T02:45:00Z'
  const readings = [reset, '2026-03-29T07:45:00Z'].map((each, index) =>
    snapshot(`2026-03-29T0${2 + index}:50:00Z`, [
      meter('5h', 1, each),
      meter('7d', 20, '2026-04-02T00:45:00Z'),
    ]),
  )
  const tableUnder = (refused: readonly string[], served: string) => {
    const rows = [
      ...refused.map((time) => row(`2026/03/29 ${time}:00`, { outcome: 'failure', status: 403 })),
      row(`2026/03/29 ${served}:00`),
    ]
    const { incidents } = reportFrom(evidenceWith(page(rows), { snapshots: readings }), {
      now: at('2026-12-31T00:00:00Z'),
      zone: zoneNamed('unknown'),
      rules: DEFAULT_RULES,
    })
    return incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.byOffset
  }

  it('is decided by no time under the offsets that may be its own, and as ever under the others', () => {
    const table = tableUnder(['00:30', '03:30'], '03:46')
    expect(table?.['+00:00']).toBe('undecidable')
    expect(table?.['-03:00']).toBe('contradicted')
  })
})
