import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, page, refusal, row } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const clock = (seconds: number, ahead = 0) => writeInstant(later(NOON, seconds * SECOND + ahead))

// In seconds from noon.
const SERVED = [-900, -610, -333, -47, 1603, 1644, 1700, 1777]
const REFUSED = [0, 19, 130, 300, 477, 800, 1111, 1400, 1570]

/** What one log tells, by a clock that is so much ahead. */
function log(name: string, ahead: number, from = -HOUR, to = 2 * HOUR): Pick<Evidence, 'errors' | 'calls'> {
  const origins = [{ capture: `capture:${name}`, at: 'line 1' }]
  const isIn = (second: number) => second * SECOND >= from && second * SECOND < to
  const of = (second: number) => ({ origins, id: `${name}:${second}` })
  return {
    errors: REFUSED.filter(isIn).map((second) => ({
      ...refusal('window_5h', clock(second, ahead), { status: 403 }),
      ...of(second),
    })),
    calls: SERVED.filter(isIn).map((second) => ({
      ...loggedCall(clock(second, ahead), { durationMs: 20 * SECOND }),
      ...of(second),
    })),
  }
}

const incidentsOf = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), { now: later(NOON, 12 * HOUR), zone: UTC, rules: DEFAULT_RULES })
    .incidents

describe('two logs of one client', () => {
  it.each([
    ['a minute apart', MINUTE],
    ['a minute apart, the other way', -MINUTE],
    ['two and a half minutes apart', 150 * SECOND],
    ['ten minutes apart', 10 * MINUTE],
    ['three hours apart', -3 * HOUR],
  ])('whose clocks are %s tell of one block', (_, apart) => {
    const incidents = incidentsOf(log('one', 0), log('other', apart))
    expect(incidents.map(({ leading, block: { open } }) => [leading, open])).toEqual([['quota_5h', false]])
    const [incident] = incidents
    // up to the tolerance of all rules the block is told as by one of them, with its end
    expect(incident?.block.within).toBe(Math.abs(apart) > DEFAULT_RULES.resetTolerance)
    expect(incident?.block.span?.from).toBeLessThanOrEqual(NOON + Math.max(0, apart))
    expect(incident?.block.span?.to).toBeLessThanOrEqual(
      later(NOON, 1603 * SECOND + Math.abs(apart) + 2 * SECOND),
    )
  })

  it.each([
    ['ten seconds apart', 10 * SECOND, false],
    ['a minute apart', MINUTE, false],
    ['ten minutes apart', 10 * MINUTE, true],
  ])('of which one keeps refusals only, %s, tell of one block that has ended', (_, apart, within) => {
    const incidents = incidentsOf(log('one', 0), { errors: log('other', apart).errors })
    expect(incidents.map(({ leading, block }) => [leading, block.within, block.open])).toEqual([
      ['quota_5h', within, false],
    ])
  })
})

const rowsUntil = (end: number) =>
  page(
    [
      ...SERVED.filter((second) => second < end).map((second) => row(clock(second))),
      ...REFUSED.filter((second) => second < end).map((second) =>
        row(clock(second), { outcome: 'failure', status: 403 }),
      ),
    ],
    later(NOON, end * SECOND),
  )

describe('a log in two files, by a clock that is off', () => {
  it.each([
    ['rows of the older half only', 10 * MINUTE, 700, 700],
    ['rows of the older half only, the clock behind', -10 * MINUTE, 700, 700],
    ['rows of both', 10 * MINUTE, 700, 3000],
    ['rows of a few of either', 40 * MINUTE, 250, 500],
    ['cut before the first refusal', -3 * HOUR, -20, 3000],
    ['cut after the last', 2 * HOUR, 1600, 3000],
  ])('%s: one block, at no time that is not its own', (_, ahead, cut, seenUntil) => {
    const [from, to] = [-HOUR, 2 * HOUR]
    const incidents = incidentsOf(
      log('older', ahead, from, cut * SECOND),
      log('newer', ahead, cut * SECOND, to),
      rowsUntil(seenUntil),
    )
    for (const { block, leading } of incidents) {
      expect(leading).toBe('quota_5h')
      const { span } = block
      if (!span) throw new Error('no time')
      // a refusal of the truth lies in each
      expect(
        REFUSED.some(
          (second) => NOON + second * SECOND >= span.from - SECOND && NOON + second * SECOND <= span.to,
        ),
      ).toBe(true)
      if (!block.within) expect(span.to).toBeLessThanOrEqual(later(NOON, 1605 * SECOND))
      if (!block.within) expect(span.from).toBeGreaterThanOrEqual(NOON)
    }
    expect(incidents).toHaveLength(1)
  })
})

describe('what was served, by a log whose clock is off', () => {
  it.each([
    ['ends a block of rows', 10 * MINUTE],
    ['ends it by a clock that is behind', -10 * MINUTE],
    ['ends it by a zone taken wrong', 8 * HOUR],
  ])('%s', (_, ahead) => {
    // the history shows all up to the last refusal, and the log goes on
    const [incident, ...others] = incidentsOf(log('one', ahead), rowsUntil(1600))
    expect(others).toEqual([])
    expect(incident?.block.open).toBe(false)
    expect(incident?.block.span?.from).toBe(NOON)
    expect(Math.abs((incident?.block.span?.to ?? 0) - later(NOON, 1603 * SECOND))).toBeLessThanOrEqual(
      5 * SECOND,
    )
  })
})
