import { randomFrom } from '../random.ts'
import { CAUSE_DIFFICULTIES } from './causes.ts'
import { CLIENT_DIFFICULTIES } from './clients.ts'
import { CLOCK_DIFFICULTIES } from './clocks.ts'
import type { Difficulty } from './difficulty.ts'
import { METER_DIFFICULTIES } from './meters.ts'
import { PLAN_DIFFICULTIES } from './plans.ts'

/** Every difficulty that can be pushed on its own. The last ones have the last word on the observer. */
export const DIFFICULTIES: readonly Difficulty[] = [
  ...CAUSE_DIFFICULTIES,
  ...PLAN_DIFFICULTIES,
  ...METER_DIFFICULTIES,
  ...CLOCK_DIFFICULTIES,
  ...CLIENT_DIFFICULTIES,
]

/** How often each is met in a run that is pushed nowhere: every second run has one or more. */
const CHANCE = 0.04

/** The difficulties of a run: those that its number draws, or the one that is pushed, `none` for none of them. */
export function difficultiesOf(seed: number, pushed: string | null): readonly Difficulty[] {
  const random = randomFrom(seed, 'difficulties')
  return DIFFICULTIES.filter(({ name }) => {
    const isDrawn = random.chance(CHANCE)
    return pushed === null ? isDrawn : name === pushed
  })
}
