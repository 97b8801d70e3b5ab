import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { markOf } from '../../../shared/evidence/kinds/mark.ts'
import { span } from '../../../shared/time/span.ts'
import { readWallTime } from '../../../shared/time/wall.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, seedEvidence, snapshot, zoneNamed } from '../build.ts'

const NOW = at('2026-03-09T00:00:00Z')

/** A mark from and to these times of 2 March, on the clock of the seed's rows. */
function markFrom(from: string, to: string) {
  const [start, end] = [from, to].map((time) => readWallTime(`2026-03-02 ${time}`))
  if (start === undefined || end === undefined || start === null || end === null) throw new Error('no time')
  const local = { text: from, wall: start, length: end - start, zone: null }
  return markOf({ kind: 'blocked', text: '', when: { kind: 'local', local } })
}

function judged(from: string, to: string, zone = '+01:00') {
  const evidence = evidenceWith(seedEvidence(), { marks: [markFrom(from, to)] })
  const { incidents } = reportFrom(evidence, { now: NOW, zone: zoneNamed(zone), rules: DEFAULT_RULES })
  const incident = incidents.find(({ block }) => block.grade === 'marked')
  const rules = (cause: string) =>
    incident?.verdicts.find((each) => each.cause === cause)?.facts.map(({ rule }) => rule) ?? []
  return { incident, rules }
}

describe('a stretch that the user marked as blocked', () => {
  it('is judged like any other block, on the premise that service was refused from edge to edge', () => {
    const { incident, rules } = judged('16:18:57', '17:22:28')
    expect(incident?.block.refs).toEqual([markFrom('16:18:57', '17:22:28').id])
    expect(rules('quota_5h')).toEqual(['premise_refused_throughout', 'low_meter', 'outlived_reset'])
  })

  it('that holds a success did not outlive a reset: the mark is wider than the block', () => {
    const { rules } = judged('16:18:57', '17:30:00')
    expect(rules('quota_5h')).toEqual(['premise_refused_throughout', 'low_meter'])
    expect(rules('concurrency')).not.toContain('all_or_nothing')
    expect(rules('concurrency')).not.toContain('mixed_outcomes')
  })

  it.each([
    ['17:22:28', true],
    ['17:22:29', false],
  ])('and ends at %s: outlived is %s (a success at 17:22:28)', (end, outlived) => {
    expect(judged('16:18:57', end).rules('quota_5h').includes('outlived_reset')).toBe(outlived)
  })

  it.each([
    ['nobody looked at it', '10:30', 'consistent'],
    ['it was looked at, and shows no success', '09:50', 'supported'],
  ])('and is no proof for a full meter where %s, whatever was refused later', (_, oldest, verdict) => {
    const today = (clock: string) => `2026-06-02T${clock}:00Z`
    const refused = [oldest, '10:40'].map((clock) => row(today(clock), { outcome: 'failure', status: 404 }))
    const marked = span(at(today('10:00')), at(today('10:13')))
    const evidence = evidenceWith(page(refused, at(today('11:00'))), {
      marks: [markOf({ kind: 'blocked', text: '', when: { kind: 'span', span: marked } })],
      snapshots: ['09:59', '10:05'].map((clock) =>
        snapshot(today(clock), [meter('month', 100, '2026-06-20T00:00:00Z')]),
      ),
    })
    const { incidents } = reportFrom(evidence, {
      now: at(today('12:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const month = incidents[0]?.verdicts.find(({ cause }) => cause === 'quota_month')
    expect([incidents[0]?.block.grade, month?.verdict]).toEqual(['marked', verdict])
  })

  it('adds nothing where dated refusals show the block', () => {
    const evidence = evidenceWith(seedEvidence('+01:00'), {
      errors: [refusal('overloaded', '2026-03-02T15:30:00Z')],
      marks: [markFrom('16:00:00', '17:00:00')],
    })
    const { incidents } = reportFrom(evidence, { now: NOW, zone: zoneNamed('+01:00'), rules: DEFAULT_RULES })
    expect(incidents.map(({ block }) => block.grade)).not.toContain('marked')
  })
})
