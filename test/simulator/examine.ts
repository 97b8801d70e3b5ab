import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { drawObserver } from './observe/draw-observer.ts'
import { observe } from './observe/observe.ts'
import { scoreOf, type Examined } from './score.ts'
import type { Score } from './score/result.ts'
import { truthOf } from './truth.ts'
import { drawScenario } from './world/draw-scenario.ts'
import { runWorld } from './world/run.ts'

/** Plays the run with that number, has it observed, and analyses what was seen. */
export function examine(seed: number): Examined {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  const observer = drawObserver(world, truth)
  const observed = observe(world, truth, observer)
  const { evidence, now, zone } = observed
  return { world, truth, observer, observed, report: analyse(evidence, { now, zone, rules: DEFAULT_RULES }) }
}

/** How well the analysis did on the run with that number. */
export const scoreSeed = (seed: number): Score => scoreOf(examine(seed))
