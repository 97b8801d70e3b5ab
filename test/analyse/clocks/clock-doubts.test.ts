import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../../shared/analyse/analyst.ts'
import { clockDoubts } from '../../../shared/analyse/clocks/clock-doubts.ts'
import type { ClockLag } from '../../../shared/analyse/clocks/clock-lag.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { DAY_OF_HOURS, HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const clock = (after: number) => writeInstant(later(NOON, after))
const lag = (after: number, length: number): ClockLag => ({
  at: later(NOON, after),
  lag: length,
  capture: `capture ${after}`,
})

describe('the days on which clocks are in doubt', () => {
  const day = (from: number, to: number, by: number) => ({ during: span(NOON + from, NOON + to), by })
  it.each([
    ['none where nothing shows it', [], []],
    ['none by as much as is tolerated', [lag(0, 30 * SECOND)], []],
    ['by more', [lag(0, 31 * SECOND)], [day(-24 * HOUR, 24 * HOUR, 31 * SECOND)]],
    [
      'as one where they touch, by the most',
      [lag(0, 5 * MINUTE), lag(48 * HOUR, MINUTE)],
      [day(-24 * HOUR, 72 * HOUR, 5 * MINUTE)],
    ],
    [
      'apart',
      [lag(0, 5 * MINUTE), lag(49 * HOUR, MINUTE)],
      [day(-24 * HOUR, 24 * HOUR, 5 * MINUTE), day(25 * HOUR, 73 * HOUR, MINUTE)],
    ],
  ])('%s', (_, lags, doubts) => {
    expect(clockDoubts(lags, 'utc', DEFAULT_RULES)).toEqual(doubts)
  })

  it('are longer on a wall clock, of which nobody knows how far from UTC it is', () => {
    expect(clockDoubts([lag(0, MINUTE)], 'wall', DEFAULT_RULES)).toEqual([day(-38 * HOUR, 38 * HOUR, MINUTE)])
  })
})

const options = { zone: UTC, rules: DEFAULT_RULES }
const NOW = later(NOON, 5 * DAY_OF_HOURS)
const reportOf = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), { ...options, now: NOW })

/** A page that shows a row of the moment that it was captured at, by a clock so far behind. */
const behindBy = (behind: number, after = HOUR) => page([row(clock(after))], later(NOON, after - behind))

const REFUSED = [0, 40, 90].map((second) => second * SECOND)
const texts = (after = 0) => REFUSED.map((moment) => refusal('window_5h', clock(after + moment)))

describe('a log of which nothing else is known', () => {
  const blocksOf = (...parts: readonly Partial<Evidence>[]) =>
    reportOf(...parts).incidents.map(({ block }) => ({ within: block.within, ...block.span }))

  it('is taken as stated where no clock is seen to be off', () => {
    expect(blocksOf({ errors: texts() }, behindBy(30 * SECOND))).toMatchObject([
      { within: false, from: NOON },
    ])
  })

  it('only tells within what a clock of those days is off by', () => {
    const [block, ...others] = blocksOf({ errors: texts() }, behindBy(7 * MINUTE))
    expect(others).toEqual([])
    expect(block?.within).toBe(true)
    expect(block?.from).toBeLessThanOrEqual(NOON - 7 * MINUTE)
    expect(block?.to).toBeGreaterThanOrEqual(NOON + 90 * SECOND + 7 * MINUTE)
  })

  it('is as uncertain by a reading that carries a reset which has passed', () => {
    const carrying = snapshot(clock(10 * MINUTE), [meter('5h', 40, clock(3 * MINUTE))])
    expect(blocksOf({ errors: texts(), snapshots: [carrying] })).toMatchObject([{ within: true }])
  })

  it('tells what it tells of other days as it states it', () => {
    const errors = [...texts(), ...texts(3 * DAY_OF_HOURS)]
    expect(blocksOf({ errors }, behindBy(7 * MINUTE))).toMatchObject([
      { within: true },
      { within: false, from: later(NOON, 3 * DAY_OF_HOURS) },
    ])
  })

  it('loses no refusal that it tells at the edge of those days, nor one whose minute somebody wrote down', () => {
    const edge = later(NOON, HOUR - 7 * MINUTE - DAY_OF_HOURS)
    const toldIn = (when: Span) => ({
      ...refusal('window_5h', null),
      id: `of ${when.from}`,
      when: { kind: 'span', span: when } as const,
    })
    const told = [span(edge - 500, edge + 500), span(later(NOON, 5 * HOUR), later(NOON, 5 * HOUR + MINUTE))]
    expect(blocksOf({ errors: [...told.map(toldIn), ...texts()] }, behindBy(7 * MINUTE))).toMatchObject([
      { within: false, from: edge - 500 },
      { within: true },
      { within: false, from: later(NOON, 5 * HOUR) },
    ])
  })

  it('is right where its requests are in the history at the times that it states', () => {
    const served = [-3000, -2800, -2730, -2400, -2270, -1900, -1745].map((second) => second * SECOND)
    const rows = page(served.map((moment) => row(clock(moment))))
    const calls = served.map((moment) => loggedCall(clock(moment)))
    expect(blocksOf({ errors: texts(), calls }, rows, behindBy(7 * MINUTE))).toMatchObject([
      { within: false, from: NOON },
    ])
  })

  it('rules out nothing by a meter that was low after the refusals by that clock alone', () => {
    const low = [3, 5].map((minute) =>
      snapshot(clock(minute * MINUTE), [meter('7d', 20, '2026-06-08T00:00:00Z')]),
    )
    const errors = REFUSED.map((moment) => refusal('rate_or_concurrency', clock(moment)))
    const verdictBy = (behind: number) =>
      reportOf({ errors, snapshots: low }, behindBy(behind)).incidents[0]?.verdicts.find(
        ({ cause }) => cause === 'quota_7d',
      )?.verdict
    expect(verdictBy(0)).toBe('contradicted')
    expect(verdictBy(7 * MINUTE)).not.toBe('contradicted')
  })

  it('is in doubt, too, once a page shows it to an analyst that goes on', () => {
    const known = evidenceWith(
      { errors: [...texts(), ...texts(3 * DAY_OF_HOURS)] },
      page([row(clock(-HOUR))]),
    )
    const analyst = startAnalyst(known, options, NOW)
    let all = mergeEvidence(known)
    for (const [behind, after] of [
      [5, 1],
      [9, 2],
      [4, 60],
    ] as const) {
      const added = evidenceWith(behindBy(behind * MINUTE, after * HOUR))
      analyst.add(added)
      all = mergeEvidence(all, added)
      expect(analyst.report(NOW)).toEqual(reportFrom(all, { ...options, now: NOW }))
    }
  })
})
