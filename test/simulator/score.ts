import { onlyRemainingCause } from '../../shared/analyse/judge/only-remaining-cause.ts'
import type { Cause, Verdict } from '../../shared/analyse/report.ts'
import { blockEvidence } from './score/block-evidence.ts'
import { showsChange, twoOfOne } from './score/division-faults.ts'
import type { Examined } from './score/examined.ts'
import { edgeFaults } from './score/edge-score.ts'
import { claimOn, trulyIdle } from './score/idle-score.ts'
import {
  callsHeldBy,
  holdsCall,
  partsOf,
  placeIncident,
  resolutionFor,
  resolutionOf,
  saidByPaste,
  type PlacedIncident,
} from './score/place-incident.ts'
import type { BlockScore, Fault, Score } from './score/result.ts'
import { addWords, NOTHING_SAID, wordsSaid } from './score/said-words.ts'
import { wouldRefuseIn, verdictFaults } from './score/verdict-faults.ts'
import type { TrueBlock } from './truth.ts'
import type { Call } from './world/call.ts'

/** Holds a report against the truth. */
export function scoreOf(examined: Examined): Score {
  const { world, truth, observer, observed, report } = examined
  const { seed, aim, zone } = world.scenario
  const resolution = resolutionOf(observer)
  const placed = report.incidents.flatMap((incident) => placeIncident(incident, zone) ?? [])
  const refused = world.calls.filter((call) => call.refusal && call.start <= observer.until)
  const held = (each: PlacedIncident, among: readonly PlacedIncident[] = placed) =>
    told(each, callsHeldBy(each, among, refused, resolutionFor(each, observer, report)))
  /** All that it may hold, as far as clocks are off. */
  const near = (each: PlacedIncident) =>
    told(
      each,
      refused.filter((call) => holdsCall(each, call, resolutionFor(each, observer, report))),
    )
  const told = (each: PlacedIncident, calls: readonly Call[]) =>
    saidByPaste(each, observed.evidence.errors, calls)
  const blocks = truth.blocks.filter(({ from }) => from <= observer.until)
  const scored = blocks.map((block) => scoreBlock(block, placed, examined, resolution))
  const explicit = placed.filter((each) => each.explicit)
  const empty = explicit.filter((each) => held(each).length === 0)
  const edges = edgeFaults(explicit, blocks, world.calls, observer, observed, resolution)
  const idle = trulyIdle(truth, observer.until).map((stretch) => claimOn(stretch, placed))
  const claims = idle.filter((claim) => claim !== null)
  const groundless = claims.filter((claim) => held(claim).length === 0)
  const changing = explicit.filter(
    (each) => each.incident.block.grade === 'error_text' && showsChange(held(each), examined),
  )
  const throttled = placed
    .flatMap((each) => (each.incident.parts.length > 1 ? partsOf(each) : [each]))
    .filter(({ incident }) => onlyRemainingCause(incident.verdicts) === 'request_rate')
  const isThrottled = (each: PlacedIncident) =>
    near(each).some(({ refusal }) => refusal?.causes.includes('request_rate')) ||
    wouldRefuseIn(each, truth).includes('request_rate')
  const fault = (kind: Fault['kind'], { incident: { block } }: PlacedIncident): Fault => ({
    seed,
    kind,
    cause: null,
    text: `${block.grade}${block.open ? ', open' : ''}`,
  })
  return {
    seed,
    aim,
    blocks: scored,
    explicit: {
      reported: explicit.length,
      true: explicit.length - empty.length,
      edges: edges.looked,
      edgesRight: edges.looked - edges.off.length,
    },
    incidents: placed.length,
    changes: changing.length,
    words: placed
      .map((each) => wordsSaid(each, near(each), wouldRefuseIn(each, truth), observer))
      .reduce(addWords, NOTHING_SAID),
    throttled: throttled.length,
    idle: {
      stretches: idle.length,
      calledBlocked: groundless.length,
      afterBlock: claims.length - groundless.length,
    },
    faults: [
      ...placed.flatMap((each) =>
        verdictFaults(
          seed,
          each,
          { held: held(each), near: near(each), unasked: wouldRefuseIn(each, truth) },
          zone,
        ),
      ),
      ...placed
        .map(partsOf)
        .flatMap((parts) =>
          parts.flatMap((part) =>
            verdictFaults(
              seed,
              part,
              { held: held(part, parts), near: near(part), unasked: wouldRefuseIn(part, truth) },
              zone,
            ),
          ),
        ),
      ...twoOfOne(placed, held, examined).map((each) => fault('two_of_one', each)),
      ...changing
        .filter(({ incident }) => incident.parts.length === 1)
        .map((each) => fault('undivided', each)),
      ...throttled.filter((each) => !isThrottled(each)).map((each) => fault('no_throttle_though_left', each)),
      ...empty.map((each) => fault('found_nothing_there', each)),
      ...scored.flatMap(({ cause, evidence, found }): Fault[] =>
        evidence.shown && !found ? [{ seed, kind: 'not_found', cause, text: '' }] : [],
      ),
      ...edges.off.map((text): Fault => ({ seed, kind: 'edge_off', cause: null, text })),
      ...claims.map((claim) =>
        fault(groundless.includes(claim) ? 'idle_called_blocked' : 'idle_after_block_called_blocked', claim),
      ),
    ],
  }
}

/** From the most to the least definite word on the true cause. */
const DEFINITE: readonly Verdict[] = ['supported', 'contradicted', 'consistent', 'undecidable']

function scoreBlock(
  block: TrueBlock,
  placed: readonly PlacedIncident[],
  examined: Examined,
  resolution: number,
): BlockScore {
  const seen = block.refused.filter(({ start }) => start <= examined.observer.until)
  const holding = placed.filter((each) => seen.some((call) => holdsCall(each, call, resolution)))
  const spoken = holding.map(({ incident }) => incident.leading)
  return {
    cause: block.cause,
    evidence: blockEvidence(block, examined),
    found: holding.some(({ explicit }) => explicit),
    foundWithin: holding.some(({ dated }) => dated),
    verdict: mostDefinite(holding, block.cause),
    leading: spoken.find((cause) => cause !== 'unknown') ?? spoken[0] ?? null,
    concurrency: mostDefinite(holding, 'concurrency'),
    left:
      holding
        .flatMap(({ incident: { parts } }) => parts.map(({ verdicts }) => onlyRemainingCause(verdicts)))
        .find((cause) => cause !== null) ?? null,
  }
}

function mostDefinite(holding: readonly PlacedIncident[], cause: Cause): Verdict | null {
  const said = holding.flatMap(({ incident }) => incident.verdicts.filter((each) => each.cause === cause))
  return DEFINITE.find((word) => said.some(({ verdict }) => verdict === word)) ?? null
}
