import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import type { Report } from '../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { saidIn, strongerThan } from '../analyse/same-or-weaker.ts'
import { examine } from './examine.ts'
import { SAME, WEAKER, type Otherwise } from './put-otherwise.ts'
import { randomFrom } from './random.ts'
import type { Examined } from './score/examined.ts'

/** So many runs, from the first of the development list on; `INVARIANCES=2000` for a long look. */
const RUNS = Number(process.env['INVARIANCES']) || 16

const analysed = ({ observed: { evidence, now, zone }, world }: Examined, put: Otherwise): Report =>
  reportFrom(put(evidence, randomFrom(world.scenario.seed, 'put otherwise'), zone), {
    now,
    zone,
    rules: DEFAULT_RULES,
  })

describe('a simulated account', () => {
  it.each(Array.from({ length: RUNS }, (_, index) => index + 1))('run %i is judged alike', (seed) => {
    const examined = examine(seed)
    const before = saidIn(examined.report)
    for (const [name, put] of Object.entries(SAME))
      expect(saidIn(analysed(examined, put)), name).toEqual(before)
    for (const [name, put] of Object.entries(WEAKER))
      expect(strongerThan(before, saidIn(analysed(examined, put))), name).toEqual([])
  })
})
