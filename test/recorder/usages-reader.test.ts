import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterAnswer,
  mayAsk,
  newUsagesReader,
  readRetryAfter,
  SHORTEST_READ,
  type UsagesReader,
} from '../../shared/recorder/usages-reader.ts'
import { HOUR, MINUTE, SECOND } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'

const NOW = at('2026-06-02T12:00:00Z')
const fresh = newUsagesReader('api.kimi.com', 'me', NOW)

describe('reading with a key', () => {
  it.each([
    [200, null, 'ok', 5],
    [429, null, 'limited', 10],
    [429, '30', 'limited', 10],
    [429, '3600', 'limited', 60],
    [503, 'Tue, 02 Jun 2026 12:45:00 GMT', 'limited', 45],
    [403, null, 'limited', 10],
    [null, null, 'unreachable', 10],
    [401, null, 'refused', null],
  ] as const)('after %s (%s) it is %s and asks again in %s min', (status, retryAfter, state, minutes) => {
    const next = afterAnswer(fresh, { status, retryAfter }, NOW)
    expect(next).toMatchObject({ state, due: minutes === null ? null : later(NOW, minutes * MINUTE) })
  })

  it('begins anew after a good answer', () => {
    const tired = { ...fresh, interval: HOUR }
    expect(afterAnswer(tired, { status: 200, retryAfter: null }, NOW).interval).toBe(SHORTEST_READ)
  })

  it.each([
    ['120', 120 * SECOND],
    ['0', 0],
    ['Tue, 02 Jun 2026 12:01:00 GMT', MINUTE],
    ['Tue, 02 Jun 2026 11:00:00 GMT', 0],
    ['999999999', 24 * HOUR],
    ['soon', null],
    ['-5', null],
    [null, null],
  ])('Retry-After %s', (text, ms) => {
    expect(readRetryAfter(text, NOW)).toBe(ms)
  })

  it('never asks twice within five minutes, and backs off further and further', () => {
    const status = fc.option(fc.constantFrom(200, 403, 429, 500, 503))
    const retryAfter = fc.option(fc.oneof(fc.nat(100_000).map(String), fc.string()))
    const steps = fc.array(fc.record({ pause: fc.nat(20 * MINUTE), status, retryAfter }), { maxLength: 50 })
    fc.assert(
      fc.property(steps, (answers) => {
        let reader: UsagesReader = fresh
        let now = NOW
        let last: number | null = null
        for (const { pause, ...answer } of answers) {
          now = later(now, pause)
          if (!mayAsk(reader, now)) continue
          if (last !== null) expect(now - last).toBeGreaterThanOrEqual(SHORTEST_READ)
          last = now
          const next = afterAnswer(reader, answer, now)
          if (answer.status !== 200) expect(next.interval).toBeGreaterThanOrEqual(reader.interval)
          reader = next
        }
      }),
    )
  })
})
