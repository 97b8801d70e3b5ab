import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { lanesOf } from '../../../shared/analyse/views/lanes.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { readInput } from '../../../shared/intake.ts'
import { readDay, type Day } from '../../../shared/time/day.ts'
import type { Language } from '../../../shared/time/format.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { daysWithEvidence } from '../../../web/data/days-with-evidence.ts'
import { frameOf, spanOfDay, type ClockKind } from '../../../web/data/frame.ts'
import { rowsWithin } from '../../../web/data/rows-within.ts'
import { createTexts } from '../../../web/locales/texts.ts'
import { laneRows, laneSummary } from '../../../web/pages/timeline/lane/timeline-lane.ts'
import { timeWords } from '../../../web/pages/timeline/time-words.ts'
import { TIMELINE_LANES } from '../../../web/pages/timeline/timeline-lanes.ts'
import { timelineSummary } from '../../../web/pages/timeline/tables/timeline-summary.ts'
import { zoneNamed } from '../../analyse/build.ts'
import { at } from '../../time/given.ts'

const SEED = ['usage-history.txt', 'cli-panel.txt', 'error.txt', 'incident-2026-03-07.txt']

const evidence = mergeEvidence(
  ...SEED.map((input) => {
    const body = readFileSync(new URL(`../../fixtures/seed/${input}`, import.meta.url), 'utf8')
    return readInput({ at: null, via: 'file', input, source: null, body }, { zone: UNKNOWN_ZONE }).evidence
  }),
)

function dayNamed(text: string): Day {
  const day = readDay(text)
  if (!day) throw new Error(`not a day: ${text}`)
  return day
}

function show(day: string, zoneText: string, clock: ClockKind, language: Language = 'en') {
  const zone = zoneNamed(zoneText)
  const now = at('2026-03-09T00:00:00Z')
  const analysis = analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  const frame = frameOf(zone, clock)
  const shown = spanOfDay(dayNamed(day), frame)
  const lanes = lanesOf(analysis, shown, { buckets: 96, clock: frame.wall ? 'wall' : 'utc' })
  const texts = createTexts(language)
  const words = {
    t: (key: string, values = {}) => texts.t(key, values),
    wording: wordingFor(language),
    time: timeWords(frame, shown, language),
  }
  const findings = { account: 'unassigned', ...analysis, since: null, kept: {}, sights: [] }
  return {
    findings,
    frame,
    lanes,
    summary: timelineSummary(lanes, shown, words),
    rows: TIMELINE_LANES.flatMap((lane) => laneRows(lane, lanes, shown, words)),
    sentences: TIMELINE_LANES.map((lane) => laneSummary(lane, lanes, shown, words)),
  }
}

describe('the timeline in words', () => {
  it.each([
    ['2026-03-02', '+01:00', 'utc', 'Mon 2 Mar 2026: 9 requests, blocked 16:18:57–17:22:28 (suspected).'],
    ['2026-03-02', 'unknown', 'wall', 'Mon 2 Mar 2026: 9 requests, blocked 16:18:57–17:22:28 (suspected).'],
    [
      '2026-03-07',
      'unknown',
      'utc',
      'Sat 7 Mar 2026: not observed, blocked at some time within 10:20:45–15:20:45 (shown by an error text).',
    ],
    ['2026-03-05', '+01:00', 'utc', 'Thu 5 Mar 2026: not observed, no blocked window is known.'],
  ] as const)('%s under %s', (day, zone, clock, summary) => {
    expect(show(day, zone, clock).summary).toBe(summary)
  })

  it('has a sentence for each lane', () => {
    expect(show('2026-03-02', '+01:00', 'utc').sentences).toEqual([
      'Blocked: 16:18:57–17:22:28 Blocked (suspected).',
      'Requests: 9 requests, 9 succeeded.',
      'In flight: peak between 1 and 8, cap not known.',
      'Bursts: no data.',
      'Quota meters: 5-hour meter: 0 % used, weekly meter: 16 % used.',
      'Resets: 1 inferred, 4 due, not verified.',
      'Clients: 1 client.',
      'Devices and keys: no data.',
      'Seen by: no data.',
      'Coverage: 00:00:00–16:18:57 not observed, 16:18:57–17:25:15 observed, 17:25:15–00:00:00 not observed.',
    ])
  })

  it('has a line in a table for everything that is drawn', () => {
    const { lanes, rows } = show('2026-03-02', '+01:00', 'utc')
    const readings = lanes.meters.flatMap(({ segments }) => segments.flat())
    const runs = lanes.clients.lanes.map((lane) => lane.runs)
    const drawn = [
      lanes.requests,
      lanes.inFlight,
      lanes.blocks,
      lanes.bursts,
      lanes.resets,
      readings,
      runs.flat(),
      lanes.coverage,
    ]
    expect(rows).toHaveLength(drawn.flat().length)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    for (const { name } of TIMELINE_LANES) {
      const times = rows.filter((row) => row.lane === name).map(({ span }) => span.from)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }
  })

  it('says of a reset how it is known, and of a reading how roughly it is dated', () => {
    const march2 = show('2026-03-02', '+01:00', 'utc').rows
    expect(march2.map(({ time, what }) => `${time} ${what}`)).toContain('16:20:45 5-hour reset, inferred')
    const march7 = show('2026-03-07', '+01:00', 'utc').rows
    expect(march7.find(({ what }) => what === '5-hour meter: 2 % used')).toMatchObject({
      time: '11:20:45–16:20:45',
      details: ['read at some time in this period', 'its own reset times', 'read from /usages · as counts'],
    })
  })

  it('leaves no placeholder and no key in either language', () => {
    for (const language of ['en', 'zh'] as const) {
      const { rows, summary, sentences } = show('2026-03-02', '+01:00', 'utc', language)
      const words = [summary, ...sentences, ...rows.flatMap(({ what, details }) => [what, ...details])]
      expect(words.join('\n')).not.toMatch(/\{\{|\btimeline\.|placedBy\./)
    }
  })
})

it('finds the rows behind a bar', () => {
  const { findings, frame, lanes } = show('2026-03-02', 'unknown', 'wall')
  expect(lanes.requests.map(({ span }) => rowsWithin(findings, span, frame).length)).toEqual([1, 8])
})

it.each([
  ['+01:00', 'utc', ['2026-03-02', '2026-03-07']],
  ['+10:00', 'utc', ['2026-03-02', '2026-03-03', '2026-03-07', '2026-03-08']],
  ['unknown', 'wall', ['2026-03-02']],
  ['unknown', 'utc', ['2026-03-02', '2026-03-07']],
] as const)('under %s the %s clock has something on %j', (zone, clock, days) => {
  expect(daysWithEvidence(show('2026-03-02', zone, clock).findings, clock)).toEqual(days)
})
