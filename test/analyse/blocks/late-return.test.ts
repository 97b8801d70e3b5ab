import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { markOf } from '../../../shared/evidence/kinds/mark.ts'
import { span } from '../../../shared/time/span.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Served until 12:00, and again when somebody came back. The 5 h window ends at 13:00.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const read = (clock: string, five: number, reset: string) =>
  snapshot(today(clock), [meter('5h', five, today(reset))])

const on5h = (back: string, ...parts: readonly Partial<Evidence>[]) =>
  judged(back, { snapshots: [read('11:30', 70, '13:00'), read('14:55', 20, '18:00')] }, ...parts)

function judged(back: string, ...parts: readonly Partial<Evidence>[]) {
  const clocks = ['11:40', '11:50', '12:00', back]
  const rows = page(
    clocks.map((clock) => row(today(clock))),
    at(today('15:00')),
  )
  const { incidents } = reportFrom(evidenceWith(rows, ...parts), {
    now: at(today('16:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict
}

describe.each([
  ['a silence', () => ({ errors: [refusal('overloaded', null)] })],
  [
    'a mark',
    (back: string) => ({
      marks: [
        markOf({
          kind: 'blocked',
          text: '',
          when: { kind: 'span', span: span(at(today('12:00')), at(today(back))) },
        }),
      ],
    }),
  ],
] as const)('%s whose window was reset before somebody tried again', (_, evidenceOf) => {
  it.each([
    ['in its second half: whoever waited came back late', '13:15', 'undecidable'],
    ['in the middle of it', '14:00', 'undecidable'],
    ['in its first half: it may have refused until then, and something else later', '14:01', 'undecidable'],
  ])('%s', (__, back, verdict) => {
    expect(on5h(back, evidenceOf(back))).toBe(verdict)
  })

  it.each([
    ['12:30', 88, 'contradicted'],
    ['12:30', 90, 'undecidable'],
    ['12:01', 70, 'undecidable'],
  ])('in its first half, and read before that, at %s and %i %%: %s', (clock, used, verdict) => {
    expect(on5h('14:01', evidenceOf('14:01'), { snapshots: [read(clock, used, '13:00')] })).toBe(verdict)
  })

  it.each([
    ['12:14', '17:14', 'contradicted'],
    ['12:15', '17:15', 'undecidable'],
  ])('a quarter of an hour after it began, or sooner, at %s', (reset, next, verdict) => {
    const snapshots = [read('11:30', 70, reset), read('14:55', 20, next)]
    expect(judged('14:30', evidenceOf('14:30'), { snapshots })).toBe(verdict)
  })

  it.each([
    ['14:00', [], 'undecidable'],
    ['14:01', [], 'undecidable'],
    ['14:01', [70], 'contradicted'],
  ] as const)('and a low reading of the new window, back at %s, after %j: %s', (back, before, verdict) => {
    const snapshots = [...before.map((used) => read('12:30', used, '13:00')), read('13:50', 1, '18:00')]
    expect(on5h(back, evidenceOf(back), { snapshots })).toBe(verdict)
  })
})
