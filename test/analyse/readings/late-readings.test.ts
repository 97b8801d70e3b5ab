import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { markOf } from '../../../shared/evidence/kinds/mark.ts'
import { span } from '../../../shared/time/span.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

// Refused at 12:00 and 12:10; the 5 h window ends at 15:00.
const today = (clock: string) => `2026-06-02T${clock}Z`
const read = (clock: string, five: number) => snapshot(today(clock), [meter('5h', five, today('15:00:00'))])

describe('a low reading after a refusal, and another one', () => {
  it.each([
    ['12:02:00', '12:30:00', 95, 'undecidable'], // the first within the lag of a meter, the second not low
    ['12:02:01', '12:30:00', 2, 'contradicted'], // read twice
    ['12:08:00', '12:09:00', 95, 'undecidable'], // what was read later in the block wins
    ['12:08:00', '12:31:00', 95, 'contradicted'], // used since service was back
  ] as const)('2 %% at %s and at %s %i %%: %s', (clock, again, used, verdict) => {
    const failed = ['12:00:00', '12:10:00'].map((time) =>
      row(today(time), { outcome: 'failure', status: 403 }),
    )
    const rows = page([row(today('11:00:00')), ...failed, row(today('12:30:30'))])
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots: [read(clock, 2), read(again, used)] }), {
      now: at(today('23:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((each) => each.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict)
    expect(verdicts).toEqual([verdict])
  })
})

describe('low readings after a refusal, and another one of the same window that nobody dated', () => {
  const undated = (five: number, reset = today('15:00:00')) => snapshot(null, [meter('5h', five, reset)])
  it.each([
    ['full: it may have come before them, and the meter fell', [undated(100)], 'undecidable'],
    ['nearly full', [undated(92)], 'undecidable'],
    ['half full, which rules it out whichever came first', [undated(50)], 'contradicted'],
    ['full, of the window before', [undated(100, today('10:00:00'))], 'contradicted'],
  ] as const)('%s', (_, others, verdict) => {
    const failed = ['12:00:00', '12:10:00'].map((time) =>
      row(today(time), { outcome: 'failure', status: 403 }),
    )
    const rows = page([row(today('11:00:00')), ...failed, row(today('12:30:30'))])
    const snapshots = [read('12:12:00', 2), read('12:30:00', 3), ...others]
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots }), {
      now: at(today('23:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((each) => each.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict)
    expect(verdicts).toEqual([verdict])
  })
})

describe('low readings while nothing succeeded, and a later one of the week', () => {
  const both = (clock: string, five: number, week: number, reset = '15:00:00') =>
    snapshot(today(clock), [meter('5h', five, today(reset)), meter('7d', week, '2026-06-06T09:00:00Z')])
  it.each([
    ['that rose: they lagged', [both('15:10:00', 0, 28, '20:00:00')], 'undecidable'],
    ['that rose by no more than rounding', [both('15:10:00', 0, 17, '20:00:00')], 'contradicted'],
    ['that rose, of after service was back', [both('16:10:00', 3, 28, '20:00:00')], 'contradicted'],
    ['that rose while it was read low still', [both('12:25:00', 41, 28)], 'contradicted'],
    ['that rose before the last two', [both('12:25:00', 41, 28), both('12:40:00', 41, 28)], 'contradicted'],
  ] as const)('%s', (_, later, verdict) => {
    const failed = ['12:00:00', '12:10:00'].map((time) =>
      row(today(time), { outcome: 'failure', status: 403 }),
    )
    const rows = page([row(today('11:00:00')), ...failed, row(today('16:00:00'))])
    const snapshots = [both('12:13:00', 41, 15), both('12:20:00', 41, 15), ...later]
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots }), {
      now: at(today('23:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((each) => each.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict)
    expect(verdicts).toEqual([verdict])
  })
})

describe('a low reading in a stretch that was only marked', () => {
  it.each([
    ['that did not rise in it', [read('12:05:00', 30)], 'contradicted'],
    [
      'that rose in it: the meter was catching up',
      [read('12:05:00', 30), read('12:25:00', 38)],
      'undecidable',
    ],
    [
      'that rose in it, and stood still after that',
      [read('12:05:00', 30), read('12:25:00', 38), read('12:28:00', 38)],
      'contradicted',
    ],
  ] as const)('%s', (_, snapshots, verdict) => {
    const rows = page([row(today('11:00:00')), row(today('12:30:30'))], at(today('12:40:00')))
    const when = { kind: 'span', span: span(at(today('12:00:00')), at(today('12:30:00'))) } as const
    const marks = [markOf({ kind: 'blocked', text: '', when })]
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots, marks }), {
      now: at(today('23:00:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdicts = incidents.map((each) => each.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict)
    expect(verdicts).toEqual([verdict])
  })

  it('that rose days later was used again, by whoever', () => {
    const week = (time: string, used: number) => snapshot(time, [meter('7d', used, '2026-06-08T00:00:00Z')])
    const rows = page([row(today('11:00:00')), row(today('12:30:30'))], at(today('12:40:00')))
    const when = { kind: 'span', span: span(at(today('12:00:00')), at(today('12:30:00'))) } as const
    const given = {
      snapshots: [week(today('12:32:00'), 16), week('2026-06-06T12:00:00Z', 33)],
      marks: [markOf({ kind: 'blocked', text: '', when })],
    }
    const { incidents } = reportFrom(evidenceWith(rows, given), {
      now: at('2026-06-07T12:00:00Z'),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const verdict = incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_7d')
    expect(verdict?.verdict).toBe('contradicted')
    expect(verdict?.facts.filter(({ rule, strong }) => rule === 'low_meter' && strong)).toHaveLength(2)
  })
})
