import { CAUSES, type Cause, type Verdict } from '../../shared/analyse/report.ts'
import type { BlockEvidence, BlockScore, Fault, Score } from './score/result.ts'

/** How many of how many. */
export interface Ratio {
  readonly hits: number
  readonly of: number
}

/** What was said of the true cause of each block, by cause. */
export type Row = Readonly<Record<Verdict | 'no incident' | 'blocks', number>>

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
  readonly precision: Ratio
  readonly edges: Ratio
  readonly idleCalledBlocked: Ratio
  readonly idleAfterBlock: Ratio
  readonly faults: readonly Fault[]
}

export function tallyOf(scores: readonly Score[]): Tally {
  const blocks = scores.flatMap((score) => score.blocks)
  const faults = scores.flatMap((score) => score.faults)
  const incidents = sum(scores, (score) => score.incidents)
  const count = (...kinds: readonly Fault['kind'][]) =>
    faults.filter(({ kind }) => kinds.includes(kind)).length
  const judged = blocks.filter(({ verdict }) => verdict !== null)
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
    faults,
  }
}

const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((total, score) => total + of(score), 0)

function supported(blocks: readonly BlockScore[], allows: (evidence: BlockEvidence) => boolean): Ratio {
  const allowed = blocks.filter(({ evidence }) => allows(evidence))
  return { hits: allowed.filter(({ verdict }) => verdict === 'supported').length, of: allowed.length }
}

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
