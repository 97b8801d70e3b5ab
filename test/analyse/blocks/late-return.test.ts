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

function on5h(back: string, ...parts: readonly Partial<Evidence>[]) {
  const clocks = ['11:40', '11:50', '12:00', back]
  const rows = page(
    clocks.map((clock) => row(today(clock))),
    at(today('15:00')),
  )
  const known = { snapshots: [read('11:30', 70, '13:00'), read('14:55', 20, '18:00')] }
  const { incidents } = reportFrom(evidenceWith(rows, known, ...parts), {
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
    ['in its first half: most of it lies in the new window', '14:01', 'contradicted'],
  ])('%s', (__, back, verdict) => {
    expect(on5h(back, evidenceOf(back))).toBe(verdict)
  })

  it.each([
    ['14:00', 'undecidable'],
    ['14:01', 'contradicted'],
  ])('and a low reading of the new window, back at %s: %s', (back, verdict) => {
    expect(on5h(back, evidenceOf(back), { snapshots: [read('13:50', 1, '18:00')] })).toBe(verdict)
  })
})
