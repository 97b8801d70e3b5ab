import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse/analyse.ts'
import { compareStretches } from '../../../shared/analyse/views/days.ts'
import { summariesOf } from '../../../shared/analyse/views/stretch-summary.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Stretch } from '../../../shared/analyse/blocks/stretch.ts'
import { addDays, readDay } from '../../../shared/time/day.ts'
import { at } from '../../time/given.ts'
import { seedEvidence, zoneNamed } from '../build.ts'

const first = readDay('2026-03-01')
if (first === null) throw new Error('no day')
const DAYS: readonly Stretch[] = Array.from({ length: 8 }, (_, index) => ({
  kind: 'day',
  day: addDays(first, index),
}))

function look(zone: string, stretches: readonly Stretch[] = DAYS) {
  const options = { zone: zoneNamed(zone) }
  const now = at('2026-03-09T00:00:00Z')
  const analysis = analyse(seedEvidence(), { now, rules: DEFAULT_RULES, ...options })
  return {
    glances: summariesOf(analysis, stretches, options.zone),
    compared: compareStretches(analysis, stretches, options).days,
  }
}

describe('days at a glance', () => {
  it.each(['unknown', '+01:00', 'Pacific/Auckland'])('in zone %s are what a comparison counts', (zone) => {
    const { glances, compared } = look(zone)
    const numbers = ({
      requests,
      blockedMs,
      observedMs,
    }: (typeof compared)[number] | (typeof glances)[number]) => [requests, blockedMs, observedMs]
    expect(glances.map(numbers)).toEqual(compared.map(numbers))
    expect(glances.reduce((sum, { requests }) => sum + requests, 0)).toBe(9)
  })

  it('windows too', () => {
    const windows: readonly Stretch[] = ['2026-03-02T10:20:45.248Z', '2026-03-02T15:20:45.248Z'].map(
      (from) => ({
        kind: 'window',
        from: at(from),
      }),
    )
    const { glances, compared } = look('+01:00', windows)
    expect(glances.map(({ requests }) => requests)).toEqual(compared.map(({ requests }) => requests))
    expect(glances.map(({ requests }) => requests)).toEqual([1, 8])
  })

  it('a block that is only known to lie somewhere in a stretch has no length, but is not silent', () => {
    const seventh = look('+00:00').glances[6]
    expect(seventh).toMatchObject({ blockedMs: 0, blockedWithin: true, requests: 0 })
  })
})
