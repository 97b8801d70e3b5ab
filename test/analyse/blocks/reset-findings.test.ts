import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, refusal, row, snapshot, zoneNamed } from '../build.ts'

const today = (clock: string) => `2026-06-02T${clock}:00Z`
const WEEK = '2026-06-08T00:00:00Z'
/** A reading of the 5 h window that ends at that time; the grid has resets at 5, 10, 15 and 20 o'clock. */
const read = (clock: string, reset: string, used = 10) =>
  snapshot(today(clock), [meter('5h', used, today(reset)), meter('7d', 20, WEEK)])

/** `kind first-duration-in-minutes` of what is found. */
function found(...parts: readonly Partial<Evidence>[]) {
  const { findings } = reportFrom(evidenceWith(...parts), {
    now: at(today('23:00')),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  })
  return findings.map(({ kind, values }) => {
    const length = Object.values(values).find(({ unit }) => unit === 'duration')
    return length ? `${kind} ${Math.floor(Number(length.value) / 60_000)}` : kind
  })
}

const history = (refused: readonly string[], served: readonly string[]) =>
  page(
    [
      ...refused.map((clock) => row(today(clock), { outcome: 'failure', status: 403 })),
      ...served.map((clock) => row(today(clock))),
    ],
    at(today('23:00')),
  )

describe('drift between an announced reset and what is seen', () => {
  it.each([
    ['in time', [read('14:50', '15:00'), read('15:05', '20:00')], []],
    ['late by less than the lag of a meter', [read('15:02', '15:00'), read('15:05', '20:00')], []],
    [
      'late, or by a clock that is ahead',
      [read('14:50', '15:00'), read('15:09', '15:00'), read('15:12', '20:00')],
      ['reset_carried 9'],
    ],
    ['not yet there at all', [read('14:50', '15:00'), read('15:30', '15:00')], ['reset_carried 30']],
    ['early', [read('14:30', '15:00'), read('14:40', '20:00')], ['reset_early 20']],
    ['of windows in which nothing was read', [read('06:00', '10:00'), read('18:00', '20:00')], []],
  ] as const)('%s', (_, snapshots, expected) => {
    expect(found({ snapshots: [...snapshots] })).toEqual(expected)
  })
})

describe('a reset that brings no service back', () => {
  it('is told of refusals that went on after it', () => {
    expect(
      found(history(['14:55', '14:59', '15:03', '15:07', '15:09'], ['13:00', '16:00']), {
        snapshots: [read('13:30', '15:00'), read('16:30', '20:00')],
      }),
    ).toEqual(['reset_without_service 9'])
  })

  it('is none where nobody asked for a while before', () => {
    expect(
      found(history(['14:00', '15:30'], ['13:00', '16:00']), {
        snapshots: [read('13:30', '15:00'), read('16:30', '20:00')],
      }),
    ).toEqual([])
  })

  it('is none while the refusals ended with it', () => {
    expect(
      found(history(['14:00', '15:01'], ['13:00', '16:00']), {
        snapshots: [read('13:30', '15:00'), read('16:30', '20:00')],
      }),
    ).toEqual([])
  })
})

describe('service that comes back without a reset', () => {
  const block = history(['11:00', '12:00'], ['10:30', '12:30'])

  it('is told where the evidence names that quota', () => {
    expect(
      found(block, { errors: [refusal('window_5h', today('11:00'))], snapshots: [read('10:30', '15:00')] }),
    ).toContain('service_without_reset 150')
  })

  it('is nothing of note where it does not', () => {
    expect(found(block, { snapshots: [read('10:30', '15:00')] })).toEqual([])
  })
})

describe('a change of the grid', () => {
  const later = (plan: string | null) =>
    snapshot(today('12:40'), [meter('5h', 0, today('17:20')), meter('7d', 0, '2026-06-09T12:20:00Z')], {
      plan,
    })

  it.each([
    [null, /another plan or subscription began/],
    ['Allegretto', /the plan changed to Allegretto/],
  ] as const)('to plan %s is told between which readings it was', (plan, sentence) => {
    const report = reportFrom(evidenceWith({ snapshots: [read('11:00', '15:00'), later(plan)] }), {
      now: at(today('23:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    const [finding, ...others] = report.findings
    if (!finding) throw new Error('nothing found')
    expect(others).toEqual([])
    expect(wordingFor('en').finding(finding, zoneNamed('UTC'))).toMatch(/2026-06-02 11:00:00–12:40:01/)
    expect(wordingFor('en').finding(finding, zoneNamed('UTC'))).toMatch(sentence)
  })
})
