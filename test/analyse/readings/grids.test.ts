import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import type { Cause, Fact } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

/** Times of 2 June. The old plan resets at 10 and 15 o'clock, its week ends on the 8th. */
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const readOld = (clock: string, five: number, week = 20) =>
  snapshot(today(clock), [meter('5h', five, today('15:00')), meter('7d', week, '2026-06-08T00:00:00Z')], {
    plan: 'Moderato',
  })
/** A plan bought at 12:20: its windows begin with it. */
const readNew = (clock: string, five = 0) =>
  snapshot(today(clock), [meter('5h', five, today('17:20')), meter('7d', 0, '2026-06-09T12:20:00Z')], {
    plan: 'Allegretto',
  })

/** Refused at these times, served at those; all of the day was looked at. */
const history = (refused: readonly string[], served: readonly string[]) =>
  page(
    [
      ...refused.map((clock) => row(today(clock), { outcome: 'failure', status: 403 })),
      ...served.map((clock) => row(today(clock))),
    ],
    at(today('23:00')),
  )

const reportOf = (evidence: Evidence) =>
  reportFrom(evidence, { now: at(today('23:00')), zone: zoneNamed('UTC'), rules: DEFAULT_RULES })

function judged(cause: Cause, ...parts: readonly Partial<Evidence>[]) {
  const verdict = reportOf(evidenceWith(...parts)).incidents[0]?.verdicts.find((each) => each.cause === cause)
  if (!verdict) throw new Error('no incident')
  return { verdict: verdict.verdict, rules: verdict.facts.map((fact: Fact) => fact.rule) }
}

describe('a plan that was changed in mid-block', () => {
  const block = history(['11:00', '12:00'], ['10:30', '12:30'])

  it('does not contradict the quota that it freed', () => {
    const snapshots = [readOld('10:30', 60), readNew('12:40'), readNew('20:00')]
    expect(judged('quota_5h', block, { snapshots }).verdict).not.toBe('contradicted')
  })

  it('lets a full meter stand as proof: the change ended the window', () => {
    const snapshots = [readOld('10:30', 60), readOld('11:30', 100), readNew('12:40')]
    expect(judged('quota_5h', block, { snapshots })).toMatchObject({ verdict: 'supported' })
  })

  it('cuts the old windows and begins the new ones, with no reset of the old grid after it', () => {
    const { windows, resets } = reportOf(
      evidenceWith(block, { snapshots: [readOld('10:30', 60), readNew('12:40')] }),
    )
    const five = windows.filter(({ window }) => window === '5h').map(({ span }) => writeInstant(span.from))
    expect(five).toEqual(
      ['10:00', '12:20', '22:20'].map(today), // the one of now, too
    )
    expect(
      resets.filter(({ window }) => window === '5h').map((reset) => writeInstant(reset.at)),
    ).not.toContain(today('15:00'))
  })
})

describe('what was not seen of a grid', () => {
  const block = history(['11:00', '12:00'], ['10:30', '12:30'])

  it.each([
    ['no reading after service was back', [readOld('10:30', 60)], 'undecidable'],
    ['a later reading on the same grid', [readOld('10:30', 60), readOld('13:00', 95)], 'contradicted'],
    ['only a grid that begins after the block', [readNew('12:40'), readNew('20:00')], 'consistent'], // service was back with its begin,
  ] as const)('%s', (_, snapshots, verdict) => {
    expect(judged('quota_5h', block, { snapshots: [...snapshots] }).verdict).toBe(verdict)
  })
})

describe('readings of two accounts among each other', () => {
  const block = history(['11:00', '12:00'], ['10:30', '15:01'])
  const other = (clock: string, five: number) =>
    snapshot(today(clock), [meter('5h', five, today('13:30')), meter('7d', 3, '2026-06-05T08:30:00Z')])

  it('prove nothing where only one of them speaks against a cause, however many there are', () => {
    const snapshots = [
      readOld('10:30', 60),
      other('10:45', 2),
      other('12:10', 2),
      other('13:00', 2),
      readOld('15:30', 1),
    ]
    const { verdict, rules } = judged('quota_5h', block, { snapshots })
    expect(verdict).toBe('undecidable')
    expect(rules).toContain('depends_on_grid')
  })

  it('still rule out what both rule out', () => {
    const snapshots = [readOld('10:40', 60), other('10:45', 2), readOld('12:10', 61), other('12:20', 2)]
    expect(judged('quota_7d', block, { snapshots }).verdict).toBe('contradicted')
  })

  it('rule out nothing by the row that shows service back: it may be of either account', () => {
    const rows = history(['11:00', '12:00'], ['10:30', '12:30'])
    const snapshots = [readOld('10:40', 95), other('10:45', 95), readOld('12:50', 97), other('13:00', 97)]
    expect(judged('quota_5h', rows, { snapshots }).verdict).toBe('undecidable')
    const alone = [readOld('10:40', 95), readOld('12:50', 97)]
    expect(judged('quota_5h', rows, { snapshots: alone }).verdict).toBe('contradicted')
  })

  it('leave out the account whose meter says the opposite of what the refusal says', () => {
    const snapshots = [readOld('10:40', 60), other('10:45', 2), readOld('12:10', 100), other('12:20', 2)]
    const errors = [refusal('window_5h', today('11:00'))]
    expect(judged('quota_5h', block, { snapshots, errors }).verdict).toBe('supported')
  })
})

describe('readings of another grid, all of them after those of the first', () => {
  const block = history(['11:00', '12:00'], ['10:00', '15:01'])
  const own = [meter('5h', 30, today('11:00')), meter('7d', 98, '2026-06-08T00:00:00Z')]
  const other = (week: string) => [meter('5h', 30, today('18:30')), meter('7d', 3, week)]
  const weekly = (snapshots: Evidence['snapshots']) => judged('quota_7d', block, { snapshots })

  it.each([
    // a grid begins with its week (docs/kimi.md#grid)
    ['undated, its week older than the last reading', null, null, '2026-06-08T10:00:00Z', 'undecidable'],
    ['dated, the same', today('10:30'), today('13:40'), '2026-06-08T10:00:00Z', 'undecidable'],
    [
      'dated, its week begun in between',
      today('10:30'),
      today('13:40'),
      '2026-06-09T10:35:00Z',
      'contradicted',
    ],
    [
      'undated, its week begun when the other was perhaps not read yet',
      null,
      null,
      '2026-06-09T10:35:00Z',
      'undecidable',
    ],
  ] as const)('%s', (_, ownRead, otherRead, week, verdict) => {
    expect(weekly([snapshot(ownRead, own), snapshot(otherRead, other(week))]).verdict).toBe(verdict)
  })

  it('are two accounts where no week is stated: a 5h window of any account begins in between', () => {
    const five = (clock: string, used: number, reset: string) =>
      snapshot(today(clock), [meter('5h', used, today(reset))])
    const snapshots = [five('09:30', 95, '10:40'), five('13:40', 2, '15:50')]
    const { findings } = reportOf(evidenceWith(block, { snapshots }))
    expect(findings.map(({ kind }) => kind)).toContain('mixed_accounts')
    expect(judged('quota_5h', block, { snapshots }).verdict).toBe('undecidable')
  })
})

describe('a full meter', () => {
  const snapshots = [readOld('11:30', 20, 100)]

  it('proves nothing while nobody looked whether calls succeeded', () => {
    const errors = [
      refusal('rate_or_concurrency', today('11:00')),
      refusal('rate_or_concurrency', today('12:00')),
    ]
    expect(judged('quota_7d', { errors, snapshots })).toMatchObject({ verdict: 'consistent' })
    expect(judged('quota_7d', history(['11:00', '12:00'], ['10:30']), { snapshots }).verdict).toBe(
      'supported',
    )
  })
})

it('a block that nobody tried to end is as open after the reset as before it', () => {
  const rows = history(['11:00', '12:00'], ['10:30'])
  const snapshots = [readOld('11:30', 100), readOld('12:30', 100)]
  expect(judged('quota_5h', rows, { snapshots }).verdict).toBe('supported') // now is eight hours after the reset
})

describe('offsets under which a text would name a quota that had just been reset', () => {
  it('drop out with the reason', () => {
    const when = (clock: string) => row(`2026/06/02 ${clock}:00`, { outcome: 'failure', status: 403 }).when
    const errors = ['11:00', '11:55', '12:05', '12:30'].map((clock) => ({
      ...refusal('window_5h', null),
      id: `error:${clock}`,
      when: when(clock),
    }))
    const report = reportFrom(
      evidenceWith({ errors, snapshots: [readOld('10:30', 60), readOld('14:00', 100)] }),
      { now: at(today('23:00')), zone: zoneNamed('unknown'), rules: DEFAULT_RULES },
    )
    const five = report.incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')
    expect(five?.verdict).toBe('supported')
    const reasons = five?.offsetsExcluded.filter(({ fact }) => fact.rule === 'offset_against_text')
    expect(reasons?.map(({ offset }) => offset)).toContain('+02:00') // 09:00 to 10:30, over the reset at 10:00
  })
})
