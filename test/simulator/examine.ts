import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { drawObserver } from './observe/draw-observer.ts'
import { observe } from './observe/observe.ts'
import type { Observer } from './observe/observer.ts'
import { withWrongLogClock } from './observe/wrong-log-clock.ts'
import { scoreOf, type Examined } from './score.ts'
import type { Score } from './score/result.ts'
import { truthOf, type Truth } from './truth.ts'
import { drawScenario } from './world/draw-scenario.ts'
import { runWorld, type World } from './world/run.ts'

/** Plays the run with that number, has it observed, and analyses what was seen. */
export function examine(seed: number): Examined {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  return examineBy(drawObserver(world, truth), world, truth)
}

/** The same with the clock of the log off; null where the observer keeps no log. */
export function examineWrongLogClock(seed: number): Examined | null {
  const world = runWorld(drawScenario(seed))
  const truth = truthOf(world)
  const observer = withWrongLogClock(drawObserver(world, truth), seed)
  return observer && examineBy(observer, world, truth)
}

function examineBy(observer: Observer, world: World, truth: Truth): Examined {
  const observed = observe(world, truth, observer)
  const { evidence, now, zone } = observed
  return { world, truth, observer, observed, report: analyse(evidence, { now, zone, rules: DEFAULT_RULES }) }
}

/** How well the analysis did on the run with that number. */
export const scoreSeed = (seed: number): Score => scoreOf(examine(seed))
