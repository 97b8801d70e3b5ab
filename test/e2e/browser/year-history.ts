import { analyse } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { spanLength } from '../../../shared/time/span.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { observe } from '../../simulator/observe/observe.ts'
import type { Observer } from '../../simulator/observe/observer.ts'
import { drawObserver } from '../../simulator/observe/draw-observer.ts'
import { truthOf } from '../../simulator/truth.ts'
import { drawScenario } from '../../simulator/world/draw-scenario.ts'
import { runWorld } from '../../simulator/world/run.ts'
import { at } from '../../time/given.ts'

const NOW = at('2026-11-29T12:00:00Z')

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

function runOf(seed: number, index: number): Evidence {
  const world = runWorld(drawScenario(seed))
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
}

/** A block that goes on at the end of its run would seem to last until the next one. */
function endsItsBlocks(run: Evidence): boolean {
  const { incidents } = analyse(run, { now: NOW, zone: UTC, rules: DEFAULT_RULES }).report
  return incidents.every(
    ({ block }) => !block.open && (block.span === null || spanLength(block.span) < 6 * HOUR),
  )
}

/** A year of one person as a bundle, made of many simulated stretches of work, with a moment after all of them. */
export function yearHistory(): { readonly bundle: string; readonly now: Instant } {
  const runs: Evidence[] = []
  for (let seed = 1; runs.length < RUNS; seed++) {
    const run = runOf(seed, runs.length)
    if (endsItsBlocks(run)) runs.push(run)
  }
  const all: Evidence = {
    ...NO_EVIDENCE,
    records: runs.flatMap(({ records }) => records),
    captures: runs.flatMap(({ captures }) => captures),
    errors: runs.flatMap(({ errors }) => errors),
    calls: runs.flatMap(({ calls }) => calls),
  }
  return { bundle: writeBundle(all, { writtenAt: NOW, zone: UTC, masking: 'none' }), now: NOW }
}
