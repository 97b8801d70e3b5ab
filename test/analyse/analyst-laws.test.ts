import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later } from '../../shared/time/instant.ts'
import { arrivals, asTaken, byClockBehind, start } from './logs/arrivals.ts'
import { zoneNamed } from './build.ts'

const now = later(start, 1100 * MINUTE)

it.each([
  ['in any order', 'UTC', arrivals],
  ['in any order, the zone unknown', 'unknown', arrivals],
  ['readings as they are taken', 'UTC', asTaken],
  ['by a clock that is behind', 'UTC', byClockBehind],
])('an analyst says after each arrival what an analysis of all of it says: %s', (_, name, steps) => {
  const options = { zone: zoneNamed(name), rules: DEFAULT_RULES }
  fc.assert(
    fc.property(steps, ([first = NO_EVIDENCE, ...others]) => {
      const analyst = startAnalyst(first, options, now)
      let sofar: Evidence = first
      for (const step of others) {
        analyst.add(step)
        sofar = mergeEvidence(sofar, step)
        expect(analyst.report(now)).toEqual(reportFrom(sofar, { ...options, now }))
      }
    }),
    { numRuns: 150 },
  )
})
