import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

// Refused at 10:40 and 10:45 by rows alone, and served again at 10:50. The 5 h window ends at 13:00, and reads 20 % at 11:30 and 12:00.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const failed = ['10:40', '10:45'].map((clock) => row(today(clock), { outcome: 'failure', status: 403 }))
const rows = page(
  [row(today('10:05')), ...failed, row(today('10:50')), row(today('11:20'))],
  at(today('12:30')),
)
const snapshots = ['11:30', '12:00'].map((clock) =>
  snapshot(today(clock), [meter('5h', 20, today('13:00')), meter('7d', 20, '2026-06-08T00:00:00Z')]),
)

function judged(...errors: readonly ErrorObservation[]) {
  const { incidents } = reportFrom(evidenceWith(rows, { snapshots, errors }), {
    now: at(today('14:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  const byRows = incidents.find(({ block }) => block.grade === 'failed_rows')
  const on = (name: string) => byRows?.verdicts.find(({ cause }) => cause === name)?.verdict
  return [on('quota_5h'), on('quota_7d')]
}

describe('low readings, held against refusals of the same window in which a text named it elsewhere', () => {
  it.each([
    ['no text', [], ['contradicted', 'contradicted']],
    ['before they were read', [refusal('window_5h', today('11:00'))], ['undecidable', 'contradicted']],
    [
      'before the refusals, by a clock behind',
      [refusal('window_5h', today('10:03'))],
      ['undecidable', 'contradicted'],
    ],
    ['the other window', [refusal('window_7d', today('11:00'))], ['contradicted', 'undecidable']],
    [
      'after they were read, when it was full',
      [refusal('window_5h', today('12:10'))],
      ['contradicted', 'contradicted'],
    ],
    [
      'for no longer than a meter may lag',
      [refusal('window_5h', today('11:29'))],
      ['contradicted', 'contradicted'],
    ],
    ['in the window before', [refusal('window_5h', today('07:50'))], ['contradicted', 'contradicted']],
    [
      'within minutes after its reset',
      [refusal('window_5h', today('08:01'))],
      ['contradicted', 'contradicted'],
    ],
    ['that it was overloaded', [refusal('overloaded', today('11:00'))], ['contradicted', 'contradicted']],
    ['without a date', [refusal('window_5h', null)], ['contradicted', 'contradicted']],
  ] as const)('%s', (_, errors, verdicts) => {
    expect(judged(...errors)).toEqual(verdicts)
  })

  it('sources that disagree on one block rule out nothing, as before', () => {
    const errors = [refusal('window_5h', today('10:40'))]
    const { incidents } = reportFrom(evidenceWith(rows, { snapshots, errors }), {
      now: at(today('14:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    expect(incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_5h')?.verdict).toBe('undecidable')
  })
})
