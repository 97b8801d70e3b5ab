import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { instant } from '../../../shared/time/instant.ts'
import { drawObserver } from '../../simulator/observe/draw-observer.ts'
import { observe } from '../../simulator/observe/observe.ts'
import { truthOf } from '../../simulator/truth.ts'
import { drawScenario } from '../../simulator/world/draw-scenario.ts'
import { runWorld } from '../../simulator/world/run.ts'

/** Two busy days of agents that are refused at their cap again and again: what a picture needs and one incident has not. */
const RUN = 59

/** A simulated history as a bundle, with the moment after its end. */
export function busyHistory(): { readonly bundle: string; readonly now: number } {
  const world = runWorld(drawScenario(RUN))
  const truth = truthOf(world)
  const observer = { ...drawObserver(world, truth), clock: 'utc', foreign: 'none' } as const
  const now = instant(world.scenario.end)
  const { zone } = world.scenario
  return {
    bundle: writeBundle(observe(world, truth, observer).evidence, { writtenAt: now, zone, masking: 'none' }),
    now,
  }
}
