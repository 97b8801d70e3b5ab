import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { overviewOf } from '../../shared/analyse/views/overview.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { badgeOf } from '../../shared/recorder/badge.ts'
import { isQuiet, noticesOf, type NotifiedEvent } from '../../shared/recorder/notices.ts'
import { NOTICE_KINDS, type Settings } from '../../shared/recorder/settings.ts'
import { evidenceWith, meter, page, row, snapshot } from '../analyse/build.ts'
import { at, zone } from '../time/given.ts'

const BERLIN = zone('Europe/Berlin')
const ALL: Settings['notices'] = { kinds: [...NOTICE_KINDS], nearlyPercent: 80, quiet: null }

function seenAt(now: string, evidence: Evidence) {
  const analysis = analyse(evidence, { now: at(now), zone: BERLIN, rules: DEFAULT_RULES })
  return { report: analysis.report, overview: overviewOf(analysis) }
}

const told = (now: string, evidence: Evidence, before: readonly NotifiedEvent[] = [], settings = ALL) =>
  noticesOf({ ...seenAt(now, evidence), settings, told: before, zone: BERLIN })

const refused = (time: string) => row(time, { outcome: 'failure', status: 429, statusText: 'Failed' })
const BLOCKED = evidenceWith(
  page(
    [
      row('2026-06-02T10:00:00Z'),
      refused('2026-06-02T10:05:00Z'),
      refused('2026-06-02T10:06:00Z'),
      refused('2026-06-02T10:07:00Z'),
    ],
    at('2026-06-02T10:10:00Z'),
  ),
)
const BACK = evidenceWith(
  BLOCKED,
  page([refused('2026-06-02T10:07:00Z'), row('2026-06-02T10:30:00Z')], at('2026-06-02T10:35:00Z')),
)
const USED = (percent: number) =>
  evidenceWith({
    snapshots: [snapshot('2026-06-02T10:00:00Z', [meter('5h', percent, '2026-06-02T12:00:00Z')])],
  })

describe('what is told', () => {
  it('a block, and that service is back, once each', () => {
    const first = told('2026-06-02T10:11:00Z', BLOCKED)
    expect(first.notices).toMatchObject([{ kind: 'blocked', when: at('2026-06-02T10:05:00Z') }])
    expect(told('2026-06-02T10:12:00Z', BLOCKED, first.told).notices).toEqual([])
    const second = told('2026-06-02T10:36:00Z', BACK, first.told)
    expect(second.notices).toMatchObject([{ kind: 'back', when: at('2026-06-02T10:30:00Z') }])
    expect(told('2026-06-02T10:37:00Z', BACK, second.told).notices).toEqual([])
  })

  it('not twice when an earlier refusal of the same block comes to light', () => {
    const { told: known } = told('2026-06-02T10:11:00Z', BLOCKED)
    const earlier = evidenceWith(BLOCKED, page([refused('2026-06-02T10:03:00Z')], at('2026-06-02T10:12:00Z')))
    expect(told('2026-06-02T10:13:00Z', earlier, known).notices).toEqual([])
  })

  it.each([
    ['a block of which nothing has been seen for long', '2026-06-02T11:30:00Z', BLOCKED],
    ['a return of long ago', '2026-06-02T12:00:00Z', BACK],
    ['a reading of long ago', '2026-06-02T11:00:00Z', USED(95)],
    ['a share below the limit', '2026-06-02T10:01:00Z', USED(79)],
    ['a window that has ended', '2026-06-02T12:01:00Z', USED(95)],
  ])('not %s', (_, now, evidence) => {
    expect(told(now, evidence).notices).toEqual([])
  })

  it('a window that is nearly used up, once', () => {
    const first = told('2026-06-02T10:01:00Z', USED(80))
    expect(first.notices).toMatchObject([{ kind: 'nearly', window: '5h', usedPercent: 80 }])
    expect(told('2026-06-02T10:02:00Z', USED(97), first.told).notices).toEqual([])
  })

  it('a reset that a later reading shows, once', () => {
    const evidence = evidenceWith(USED(70), {
      snapshots: [snapshot('2026-06-02T12:05:00Z', [meter('5h', 1, '2026-06-02T17:00:00Z')])],
    })
    const first = told('2026-06-02T12:06:00Z', evidence)
    expect(first.notices).toMatchObject([{ kind: 'reset', window: '5h', when: at('2026-06-02T12:00:00Z') }])
    expect(told('2026-06-02T12:07:00Z', evidence, first.told).notices).toEqual([])
  })

  it('only what was asked for, and nothing in the quiet hours: what still holds is told after them', () => {
    expect(told('2026-06-02T10:11:00Z', BLOCKED, [], { ...ALL, kinds: ['reset'] }).notices).toEqual([])
    const quiet = { ...ALL, quiet: { from: '12:00', to: '12:15' } } // 10:11Z is 12:11 in Berlin
    const silent = told('2026-06-02T10:11:00Z', BLOCKED, [], quiet)
    expect(silent).toEqual({ notices: [], told: [] })
    expect(told('2026-06-02T10:16:00Z', BLOCKED, silent.told, quiet).notices).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-06-02T20:00:00Z', '22:00', '07:00', true], // 22:00 in Berlin: the first minute
    ['2026-06-02T19:59:59Z', '22:00', '07:00', false],
    ['2026-06-02T04:59:00Z', '22:00', '07:00', true],
    ['2026-06-02T05:00:00Z', '22:00', '07:00', false],
    ['2026-01-02T21:00:00Z', '22:00', '07:00', true], // in winter an hour later
    ['2026-01-02T20:59:00Z', '22:00', '07:00', false],
    ['2026-06-02T11:30:00Z', '13:00', '14:00', true],
    ['2026-06-02T12:00:00Z', '13:00', '14:00', false],
    ['2026-06-02T12:00:00Z', '14:00', '14:00', false],
  ])('%s from %s to %s: %s', (now, from, to, quiet) => {
    expect(isQuiet(at(now), BERLIN, { from, to })).toBe(quiet)
  })
})

describe('the badge', () => {
  const badge = (now: string, evidence: Evidence, paused = false) => {
    const { report, overview } = seenAt(now, evidence)
    return badgeOf(report, overview, paused)
  }

  it.each([
    ['a block', '2026-06-02T10:11:00Z', BLOCKED, 'blocked', '!'],
    ['a block of yesterday', '2026-06-03T10:11:00Z', BLOCKED, 'none', ''],
    ['a block that is over', '2026-06-02T10:36:00Z', BACK, 'none', ''],
    ['a share', '2026-06-02T10:01:00Z', USED(47.9), 'calm', '47'],
    ['a share below the mark', '2026-06-02T10:01:00Z', USED(79.9), 'calm', '79'],
    ['a high share', '2026-06-02T10:01:00Z', USED(80), 'high', '80'],
    ['below the next', '2026-06-02T10:01:00Z', USED(94.9), 'high', '94'],
    ['nearly full', '2026-06-02T10:01:00Z', USED(95), 'nearly_full', '95'],
    ['a window that has ended: not known, so not zero', '2026-06-02T12:01:00Z', USED(47), 'none', ''],
    ['nothing', '2026-06-02T12:01:00Z', evidenceWith(), 'none', ''],
  ] as const)('%s', (_, now, evidence, kind, text) => {
    expect(badge(now, evidence)).toEqual({ kind, text })
  })

  it('says that recording is paused', () => {
    expect(badge('2026-06-02T10:11:00Z', BLOCKED, true)).toEqual({ kind: 'paused', text: 'off' })
  })
})
