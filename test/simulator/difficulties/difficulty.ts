import type { Observed } from '../observe/observe.ts'
import type { Observer } from '../observe/observer.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/run.ts'
import type { Scenario } from '../world/scenario.ts'

/** Something that makes a run hard to judge. Each part changes one step of a run, and leaves what it does not name. */
export interface Difficulty {
  readonly name: string
  /** What is decided of the world, before it begins. */
  readonly scenario?: (scenario: Scenario, random: Random) => Scenario
  /** How it is looked at. */
  readonly observer?: (observer: Observer, world: World, random: Random) => Observer
  /** What is in hand afterwards. */
  readonly observed?: (observed: Observed, world: World, observer: Observer, random: Random) => Observed
}
