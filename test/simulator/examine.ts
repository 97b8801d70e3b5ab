import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Difficulty } from './difficulties/difficulty.ts'
import { difficultiesOf } from './difficulties/list.ts'
import { drawObserver } from './observe/draw-observer.ts'
import { observe } from './observe/observe.ts'
import type { Observer } from './observe/observer.ts'
import { withWrongLogClock } from './observe/wrong-log-clock.ts'
import { randomFrom } from './random.ts'
import { scoreOf } from './score.ts'
import type { Examined } from './score/examined.ts'
import type { Score } from './score/result.ts'
import { truthOf, type Truth } from './truth.ts'
import { drawScenario } from './world/draw-scenario.ts'
import { runWorld, type World } from './world/run.ts'

type Difficulties = readonly Difficulty[]

/** Plays the run with that number, has it observed, and analyses what was seen. */
export function examine(seed: number, difficulties: Difficulties = difficultiesOf(seed, null)): Examined {
  const { world, truth, observer } = playedAndLookedAt(seed, difficulties)
  return examineBy(observer, world, truth, difficulties)
}

/** The same with the clock of the log off; null where the observer keeps no log. */
export function examineWrongLogClock(
  seed: number,
  difficulties: Difficulties = difficultiesOf(seed, null),
): Examined | null {
  const { world, truth, observer } = playedAndLookedAt(seed, difficulties)
  const wrong = withWrongLogClock(observer, seed)
  return wrong && examineBy(wrong, world, truth, difficulties)
}

/** The same as somebody sees it who looks at `until`, while the run goes on. */
export function examineAt(
  until: number,
  { world, truth, observer }: ReturnType<typeof playedAndLookedAt>,
  difficulties: Difficulties,
): Examined {
  return examineBy({ ...observer, until }, world, truth, difficulties)
}

/** A difficulty has a stream of chance of its own: all that it does not name is as it would be without it. */
const streamOf = ({ scenario: { seed } }: Pick<World, 'scenario'>, { name }: Difficulty, step: string) =>
  randomFrom(seed, `${name} ${step}`)

export function playedAndLookedAt(seed: number, difficulties: Difficulties) {
  const scenario = difficulties.reduce(
    (sofar, each) => each.scenario?.(sofar, streamOf({ scenario: sofar }, each, 'world')) ?? sofar,
    drawScenario(seed),
  )
  const world = runWorld(scenario)
  const truth = truthOf(world)
  const observer = difficulties.reduce(
    (sofar, each) => each.observer?.(sofar, world, streamOf(world, each, 'observer')) ?? sofar,
    drawObserver(world, truth),
  )
  return { world, truth, observer }
}

export function examineBy(
  observer: Observer,
  world: World,
  truth: Truth,
  difficulties: Difficulties,
): Examined {
  const observed = difficulties.reduce(
    (sofar, each) => each.observed?.(sofar, world, observer, streamOf(world, each, 'observed')) ?? sofar,
    observe(world, truth, observer),
  )
  const { evidence, now, zone } = observed
  const analysis = analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  return { world, truth, observer, observed, analysis, report: analysis.report }
}

/** How well the analysis did on the run with that number. */
export const scoreSeed = (seed: number, difficulties?: Difficulties): Score =>
  scoreOf(examine(seed, difficulties))
