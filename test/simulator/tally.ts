import { CAUSES, type Cause, type Verdict } from '../../shared/analyse/report.ts'
import type { BlockEvidence, BlockScore, Fault, Score } from './score/result.ts'

/** How many of how many. */
export interface Ratio {
  readonly hits: number
  readonly of: number
}

/** What was said of the true cause of each block, by cause. */
type Row = Readonly<Record<Verdict | 'no incident' | 'blocks', number>>

/** The scores of many runs, added up. */
export interface Tally {
  readonly runs: number
  readonly blocks: number
  readonly incidents: number
  readonly rows: readonly (Row & { readonly cause: Cause })[]
  /** How often each cause was named as the leading one for a block of each true cause. */
  readonly leading: Readonly<Record<Cause, Readonly<Record<Cause | 'unknown', number>>>>
  readonly contradicted: Ratio
  readonly wrongSupported: Ratio
  readonly supportedWithTextAndMeters: Ratio
  readonly supportedWithText: Ratio
  readonly supportedWithMeters: Ratio
  readonly recall: Ratio
  /** The same with those that are only known to lie somewhere in a stretch. */
  readonly recallWithin: Ratio
  readonly precision: Ratio
  readonly edges: Ratio
  readonly idleCalledBlocked: Ratio
  readonly idleAfterBlock: Ratio
  /** Concurrency supported where it was that, of blocks whose logs tell of every call and whose cap was read. */
  readonly concurrencySupported: Ratio
  /** Concurrency ruled out where it was something else, of the same. */
  readonly concurrencyRuledOut: Ratio
  /** Both, of all whose log gives any durations. */
  readonly concurrencyDecided: Ratio
  readonly rateLeft: Ratio
  /** Named as all that is left of an incident, or of a part, where it was something else. */
  readonly wronglyLeft: Ratio
  readonly platformSupported: Ratio
  readonly twoOfOne: Ratio
  readonly undivided: Ratio
  readonly faults: readonly Fault[]
}

export function tallyOf(scores: readonly Score[]): Tally {
  const blocks = scores.flatMap((score) => score.blocks)
  const faults = scores.flatMap((score) => score.faults)
  const incidents = sum(scores, (score) => score.incidents)
  const count = (...kinds: readonly Fault['kind'][]) =>
    faults.filter(({ kind }) => kinds.includes(kind)).length
  const judged = blocks.filter(({ verdict }) => verdict !== null)
  const logged = judged.filter(({ evidence }) => evidence.everyClient && evidence.capRead)
  const stretches = sum(scores, ({ idle }) => idle.stretches)
  const shown = blocks.filter(({ evidence }) => evidence.shown)
  return {
    runs: scores.length,
    blocks: blocks.length,
    incidents,
    rows: CAUSES.map((cause) => rowOf(cause, blocks)),
    leading: leadingTable(judged),
    contradicted: {
      hits: count('true_cause_contradicted', 'true_offset_contradicts', 'true_offset_excluded'),
      of: incidents,
    },
    wrongSupported: { hits: count('wrong_cause_supported'), of: incidents },
    supportedWithTextAndMeters: supported(blocks, ({ named, denseMeters }) => named && denseMeters),
    supportedWithText: supported(blocks, ({ named, denseMeters }) => named && !denseMeters),
    supportedWithMeters: supported(
      blocks.filter(({ cause }) => cause.startsWith('quota')),
      (evidence) => evidence.shown && !evidence.anyText && evidence.denseMeters && evidence.plainMeters,
    ),
    recall: { hits: shown.filter(({ found }) => found).length, of: shown.length },
    recallWithin: { hits: shown.filter(({ foundWithin }) => foundWithin).length, of: shown.length },
    precision: {
      hits: sum(scores, ({ explicit }) => explicit.true),
      of: sum(scores, ({ explicit }) => explicit.reported),
    },
    edges: {
      hits: sum(scores, ({ explicit }) => explicit.edgesRight),
      of: sum(scores, ({ explicit }) => explicit.edges),
    },
    idleCalledBlocked: { hits: sum(scores, ({ idle }) => idle.calledBlocked), of: stretches },
    idleAfterBlock: { hits: sum(scores, ({ idle }) => idle.afterBlock), of: stretches },
    concurrencySupported: decidedOf(logged.filter(({ cause }) => cause === 'concurrency')),
    concurrencyRuledOut: decidedOf(logged.filter(({ cause }) => cause !== 'concurrency')),
    concurrencyDecided: decidedOf(judged.filter(({ evidence }) => evidence.durations)),
    rateLeft: ratio(
      blocks.filter(
        ({ cause, evidence }) => cause === 'request_rate' && evidence.quotasRead && evidence.everyClient,
      ),
      ({ left }) => left === 'request_rate',
    ),
    wronglyLeft: { hits: count('no_throttle_though_left'), of: sum(scores, ({ throttled }) => throttled) },
    platformSupported: ratio(
      blocks.filter(({ cause, evidence }) => cause === 'platform' && evidence.serverSaid),
      ({ verdict }) => verdict === 'supported',
    ),
    twoOfOne: { hits: count('two_of_one'), of: sum(scores, ({ explicit }) => explicit.reported) },
    undivided: { hits: count('undivided'), of: sum(scores, ({ changes }) => changes) },
    faults,
  }
}

const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((total, score) => total + of(score), 0)

function supported(blocks: readonly BlockScore[], allows: (evidence: BlockEvidence) => boolean): Ratio {
  const allowed = blocks.filter(({ evidence }) => allows(evidence))
  return { hits: allowed.filter(({ verdict }) => verdict === 'supported').length, of: allowed.length }
}

const ratio = (blocks: readonly BlockScore[], hits: (block: BlockScore) => boolean): Ratio => ({
  hits: blocks.filter(hits).length,
  of: blocks.length,
})

const decidedOf = (blocks: readonly BlockScore[]): Ratio =>
  ratio(
    blocks,
    ({ cause, concurrency }) => concurrency === (cause === 'concurrency' ? 'supported' : 'contradicted'),
  )

function rowOf(cause: Cause, all: readonly BlockScore[]): Row & { readonly cause: Cause } {
  const blocks = all.filter((block) => block.cause === cause)
  const said = (word: Verdict | null) => blocks.filter(({ verdict }) => verdict === word).length
  return {
    cause,
    'blocks': blocks.length,
    'supported': said('supported'),
    'consistent': said('consistent'),
    'undecidable': said('undecidable'),
    'contradicted': said('contradicted'),
    'no incident': said(null),
  }
}

function leadingTable(blocks: readonly BlockScore[]): Tally['leading'] {
  const count = (truth: Cause, leading: Cause | 'unknown') =>
    blocks.filter((block) => block.cause === truth && block.leading === leading).length
  const row = (truth: Cause) => ({
    quota_5h: count(truth, 'quota_5h'),
    quota_7d: count(truth, 'quota_7d'),
    quota_month: count(truth, 'quota_month'),
    concurrency: count(truth, 'concurrency'),
    request_rate: count(truth, 'request_rate'),
    platform: count(truth, 'platform'),
    account: count(truth, 'account'),
    unknown: count(truth, 'unknown'),
  })
  return {
    quota_5h: row('quota_5h'),
    quota_7d: row('quota_7d'),
    quota_month: row('quota_month'),
    concurrency: row('concurrency'),
    request_rate: row('request_rate'),
    platform: row('platform'),
    account: row('account'),
  }
}
