import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { readInstant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { observe } from '../../simulator/observe/observe.ts'
import type { Observer } from '../../simulator/observe/observer.ts'
import { drawObserver } from '../../simulator/observe/draw-observer.ts'
import { truthOf } from '../../simulator/truth.ts'
import { drawScenario } from '../../simulator/world/draw-scenario.ts'
import { runWorld } from '../../simulator/world/run.ts'

/** So many runs lie all over the year, each some days long. */
const RUNS = 40

/** Without meters, since each run has a subscription of its own, and with the clients' words for two runs of three. */
const observerOf = (drawn: Observer, index: number): Observer => ({
  ...drawn,
  clock: 'utc',
  pages: 'always_open',
  foreign: 'none',
  refusedRows: 'all',
  requestIds: false,
  metersEvery: null,
  errors: index % 3 === 0 ? 'none' : 'log',
  logAhead: 0,
  readerAhead: 0,
  marked: false,
})

/** A year of one person as a bundle, made of many simulated stretches of work, with a moment after all of them. */
export function yearHistory(): { readonly bundle: string; readonly now: number } {
  const now = readInstant('2026-11-29T12:00:00Z')
  if (now === null) throw new Error('not a time')
  const runs = Array.from({ length: RUNS }, (_, index): Evidence => {
    const world = runWorld(drawScenario(index + 1))
    const truth = truthOf(world)
    const { evidence } = observe(world, truth, observerOf(drawObserver(world, truth), index))
    const [first, last] = [evidence.captures[0], evidence.captures.at(-1)]
    return {
      ...evidence,
      // what hundreds of pages showed, as one page
      captures: first && last ? [{ ...last, oldest: first.oldest, recordIds: [] }] : [],
      // a call is numbered within its run
      calls: evidence.calls.map((call) => ({ ...call, id: evidenceId('call', index, call.id) })),
    }
  })
  const all: Evidence = {
    ...NO_EVIDENCE,
    records: runs.flatMap(({ records }) => records),
    captures: runs.flatMap(({ captures }) => captures),
    errors: runs.flatMap(({ errors }) => errors),
    calls: runs.flatMap(({ calls }) => calls),
  }
  return { bundle: writeBundle(all, { writtenAt: now, zone: UTC, masking: 'none' }), now }
}
