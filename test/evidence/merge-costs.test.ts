import { describe, expect, it } from 'vitest'
import type { CallCost } from '../../shared/evidence/kinds/call-cost.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const base = { product: 'Kimi Code', below: false, resolution: 0.01 } as const

function stated(time: string, percent: number, details: Partial<CallCost> = {}): CallCost {
  const from = at(time)
  const origins = [{ capture: 'capture:service', at: '$' }]
  return {
    ...base,
    id: evidenceId('cost', 'action', time, percent),
    when: { kind: 'span', span: span(from, later(from, 1)) },
    percent,
    origins,
    ...details,
  }
}

function printed(text: string, percent: number, zone = '+08:00', details: Partial<CallCost> = {}): CallCost {
  const wall = readWallTime(text)
  if (wall === null) throw new Error(`not a time: ${text}`)
  const origins = [{ capture: 'capture:page', at: 'line 1' }]
  return {
    ...base,
    id: evidenceId('cost', text, percent, JSON.stringify(details)),
    when: whenOfLocal(text, wall, MINUTE, zoneNamed(zone)),
    percent,
    origins,
    ...details,
  }
}

const S = stated('2026-09-22T01:08:31.123Z', 0.14)
const P = printed('2026-09-22 09:08', 0.14)

describe('an action that the page printed and the service stated', () => {
  it.each<[string, readonly CallCost[], number]>([
    ['is one', [S, P], 1],
    ['in the next minute are two', [S, printed('2026-09-22 09:09', 0.14)], 2],
    ['of another share are two', [S, printed('2026-09-22 09:08', 0.15)], 2],
    ['of another product are two', [S, printed('2026-09-22 09:08', 0.14, '+08:00', { product: 'Kimi' })], 2],
    ['in another zone are two', [S, printed('2026-09-22 09:08', 0.14, '+07:00')], 2],
    ['without a zone are not joined', [S, printed('2026-09-22 09:08', 0.14, 'unknown')], 2],
    ['with a finer share is one', [stated('2026-09-22T01:08:31Z', 0.1449), P], 1],
    [
      'as "less than" is one',
      [stated('2026-09-22T01:08:31Z', 0.004), printed('2026-09-22 09:08', 0.01, '+08:00', { below: true })],
      1,
    ],
    [
      'twice, and printed three times, are three',
      [S, stated('2026-09-22T01:08:59.999Z', 0.14), P, { ...P, id: `${P.id}-1` }, { ...P, id: `${P.id}-2` }],
      3,
    ],
    ['alone stay', [P, { ...P, id: `${P.id}-1` }], 2],
  ])('%s', (_, costs, count) => {
    const merged = mergeEvidence({ ...NO_EVIDENCE, costs })
    expect(merged.costs).toHaveLength(count)
    expect(mergeEvidence({ ...NO_EVIDENCE, costs: costs.toReversed() })).toEqual(merged)
    expect(mergeEvidence(merged, { ...NO_EVIDENCE, costs })).toEqual(merged)
  })

  it('keeps the moment of the service and where both were seen', () => {
    const [cost] = mergeEvidence({ ...NO_EVIDENCE, costs: [P, S] }).costs
    expect(cost).toMatchObject({ id: S.id, when: S.when })
    expect(cost?.origins.map(({ capture }) => capture)).toEqual(['capture:page', 'capture:service'])
  })
})
