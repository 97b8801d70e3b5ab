import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, loggedCall, meter, page, refusal, row, snapshot } from '../build.ts'

const NOON = at('2026-06-02T12:00:00Z')
const clock = (seconds: number, ahead = 0) => writeInstant(later(NOON, seconds * SECOND + ahead))

// In seconds from noon: when requests were refused, and those that were answered, [end, length].
const REFUSED = [0, 19, 41, 83, 97]
const BEFORE = [-900, -610, -333, -147, -120].map((end, index) => [end, 20 + index] as const)
const DURING = (several: number) =>
  Array.from({ length: several }, (_, index) => [130 + 7 * index, 150 + 9 * index] as const)
const AFTER = [1603, 1644, 1700, 1777, 1999].map((end, index) => [end, 10 + index] as const)

/** What one log tells, by a clock that is so much ahead, with so many requests in flight at each refusal. */
function log(name: string, ahead: number, several: number): Pick<Evidence, 'errors' | 'calls'> {
  const origins = [{ capture: `capture:${name}`, at: 'line 1' }]
  return {
    errors: REFUSED.map((second) => ({
      ...refusal('rate_or_concurrency', clock(second, ahead), { status: 429 }),
      origins,
      id: `${name}: refused at ${second}`,
    })),
    calls: [...BEFORE, ...DURING(several), ...AFTER].map(([end, length]) => ({
      ...loggedCall(clock(end, ahead), { durationMs: length * SECOND }),
      origins,
      id: `${name}: ${end}`,
    })),
  }
}

const rows = (several: number) =>
  page(
    [
      row(clock(-2 * 3600)),
      ...[...BEFORE, ...DURING(several), ...AFTER].map(([end, length]) => row(clock(end - length))),
      ...REFUSED.map((second) => row(clock(second), { outcome: 'failure', status: 429 })),
    ],
    later(NOON, HOUR),
  )
const capped = (cap: number) => ({
  snapshots: [snapshot(clock(3000), [meter('5h', 10, '2026-06-02T15:00:00Z')], { cap })],
})

const concurrency = (...parts: readonly Partial<Evidence>[]) =>
  reportFrom(evidenceWith(...parts), { now: later(NOON, 12 * HOUR), zone: UTC, rules: DEFAULT_RULES })
    .incidents.flatMap(({ verdicts }) => verdicts)
    .filter(({ cause }) => cause === 'concurrency')
    .map(({ verdict }) => verdict)

describe.each([
  ['a second', SECOND],
  ['five seconds', 5 * SECOND],
  ['twenty seconds', -20 * SECOND],
  ['a minute', MINUTE],
  ['a minute, the other way', -MINUTE],
  ['ten minutes', 10 * MINUTE],
  ['five hours', -5 * HOUR],
])('requests that a second log tells by a clock that is off by %s', (_, ahead) => {
  it.each([
    ['with the history', [rows(4), capped(6)]],
    ['without it', [capped(6)]],
  ] as const)('are not in flight twice, %s', (_whole, others) => {
    expect(concurrency(log('one', 0, 4), ...others)).not.toContain('supported')
    expect(concurrency(log('one', 0, 4), log('other', ahead, 4), ...others)).not.toContain('supported')
  })

  it('are still in flight once', () => {
    const others = [rows(7), capped(6)]
    expect(concurrency(log('one', 0, 7), ...others)).toEqual(['supported'])
    expect(concurrency(log('one', 0, 7), log('other', ahead, 7), ...others)).not.toContain('contradicted')
  })
})

it.each([
  ['the log that the rows agree with', 'one', 'contradicted'],
  ['another, whose clock nothing shows', 'other', 'undecidable'],
] as const)('rules nothing out by the time of a refusal but in %s', (_, name, verdict) => {
  const { calls } = log('one', 0, 1)
  const { errors } = log(name, 0, 1)
  const ends = [...BEFORE, ...DURING(1), ...AFTER].map(([end]) => row(clock(end)))
  const seen = page([row(clock(-7200)), ...ends], later(NOON, HOUR))
  const said = concurrency({ calls, errors }, seen, capped(20))
  expect(said.map((word) => word === 'contradicted')).toEqual([verdict === 'contradicted'])
})

/** Requests in such dense work that their rhythm is the same everywhere: `atOnce` of them, each followed by the next. */
const DENSE = (atOnce: number) => {
  const calls: (readonly [end: number, length: number])[] = []
  for (let slot = 0; slot < atOnce; slot++) {
    let begin = -600 - slot * 1.7
    for (let index = 0; begin < 900; index++) {
      const length = 20 + ((slot * 7919 + index * 104729) % 40_009) / 1000
      calls.push([begin + length, length])
      begin += length + 0.2
    }
  }
  return calls
}
const TRIED = Array.from({ length: 60 }, (_, index) => index * 5)

function denseLog(name: string, ahead: number, atOnce: number, from = -HOUR): Partial<Evidence> {
  const origins = [{ capture: `capture:${name}`, at: 'line 1' }]
  return {
    errors: TRIED.filter((second) => second * SECOND >= from).map((second) => ({
      ...refusal('rate_or_concurrency', clock(second, ahead), { status: 429 }),
      origins,
      id: `${name}: refused at ${second}`,
    })),
    calls: DENSE(atOnce)
      .filter(([end]) => end * SECOND >= from)
      .map(([end, length], index) => ({
        ...loggedCall(clock(end, ahead), { durationMs: Math.round(length * SECOND) }),
        origins,
        id: `${name}: ${index} ${end}`,
      })),
  }
}

describe.each([SECOND, 5 * SECOND, -20 * SECOND, MINUTE])(
  'in dense work, by a clock off by %i ms',
  (ahead) => {
    it.each([
      ['all of it', -HOUR],
      ['its later half', 100 * SECOND],
    ])('a second log of %s changes nothing', (_, from) => {
      const seen = page(
        [row(clock(-7200)), ...DENSE(9).map(([end]) => row(clock(Math.floor(end))))],
        later(NOON, HOUR),
      )
      const alone = concurrency(denseLog('one', 0, 9), seen, capped(10))
      expect(alone).toEqual(['consistent'])
      expect(
        concurrency(denseLog('one', 0, 9), denseLog('other', ahead, 9, from), seen, capped(10)),
      ).not.toContain('supported')
      const over = [denseLog('one', 0, 12), seen, capped(10)]
      expect(concurrency(...over)).toEqual(['supported'])
      expect(concurrency(...over, denseLog('other', ahead, 12, from))).toContain('supported')
    })
  },
)
