import type { Evidence } from '../../evidence/evidence.ts'
import { MINUTE } from '../../time/duration.ts'
import { later, type Instant } from '../../time/instant.ts'
import { span, spanContains, type Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import type { Incident, IncidentPart, Report, Verdict } from '../report.ts'
import { listedTime } from '../views/listed-time.ts'
import { areOtherTerms, termsOf, type Terms } from './terms.ts'

/** One account of several, and what is said of it alone. */
export interface Witness {
  readonly account: string
  readonly evidence: Pick<Evidence, 'records' | 'calls' | 'snapshots'>
  readonly report: Pick<Report, 'incidents' | 'zone' | 'readings'>
}

/** An incident of one account beside what the others saw at that time. */
export interface WitnessedIncident {
  readonly account: string
  readonly incident: string
  /** Of its unexplained stretch. */
  readonly span: Span
  /** What the accounts say together of a fault of Kimi's. Never contradicted: an outage may be of a part of the service. */
  readonly platform: Exclude<Verdict, 'contradicted'>
  /** The others that began to be refused within the same minutes, with the incidents, and no limit of their own to explain it. */
  readonly refused: readonly { readonly account: string; readonly incidents: readonly string[] }[]
  /** The others that were busy meanwhile, and served. */
  readonly served: readonly Served[]
  /** The same of accounts whose plan or cap was another: an outage may be of one plan, so they are not compared. */
  readonly servedOnOtherPlan: readonly Served[]
  /** Those that say nothing: idle, unobserved, or refused by a limit of their own. */
  readonly silent: readonly string[]
}

export interface Served {
  readonly account: string
  /** How many of its calls went through. */
  readonly successes: number
}

/** The thresholds, counted on simulated teams (test/simulator/team). */
const WITNESS_RULES = {
  /** Refusals within the same minutes: busy accounts meet an outage within a few, and clocks differ by seconds. */
  within: 5 * MINUTE,
  /** One that was over before the other began is no witness of it, but for what clocks are off by. */
  apart: MINUTE,
  /** So many accounts with the refused one: that two are refused at once, each by its own limit, is no rarity. */
  refused: 3,
  /** So many calls went through while the other was refused: an account that was at work. */
  busy: 3,
  /** For one that was served, so many were refused: an outage may let some calls through, and none may be a limit of three. */
  refusedForServed: 4,
} as const

/**
 * Which incidents several accounts saw, and what that says of Kimi: refusals of several accounts within the same minutes
 * support its fault, a busy account that was served meanwhile speaks against it, silence is neither. A view of its own: the
 * Report of no account changes by it. The same accounts in any order give the same, in the order of time.
 */
export function compareAccounts(witnesses: readonly Witness[]): readonly WitnessedIncident[] {
  const seen = witnesses
    .toSorted((a, b) => (a.account < b.account ? -1 : 1))
    .map((witness) => ({
      account: witness.account,
      unexplained: witness.report.incidents.flatMap((incident) => unexplainedIn(incident) ?? []),
      successes: successesOf(witness),
      terms: termsOf(witness),
    }))
  return seen
    .flatMap((one) => {
      const others = seen.filter((other) => other !== one)
      return one.unexplained.map((stretch) => besideOthers(one, stretch, others))
    })
    .toSorted((a, b) => a.span.from - b.span.from || (a.account < b.account ? -1 : 1))
}

interface Seen {
  readonly account: string
  readonly unexplained: readonly UnexplainedStretch[]
  /** Of rows and of a client's log, each in the order of time; both may show one call. */
  readonly successes: readonly (readonly Instant[])[]
  readonly terms: Terms
}

/** The stretch of an incident that no limit of the account's own explains. */
export interface UnexplainedStretch {
  readonly incident: string
  readonly span: Span
  /** No success was seen after it. */
  readonly open: boolean
}

/**
 * Of an incident that refusals themselves date, the parts that are Kimi's fault by their own evidence, from the first to the
 * last; all of it where its cause is unknown and nothing in it speaks against Kimi: "too many requests" names a limit of the
 * account's own, though not which. Null where there is none.
 */
export function unexplainedIn(incident: Incident): UnexplainedStretch | null {
  const { id, block, leading, parts } = incident
  if (block.within || (block.grade !== 'error_text' && block.grade !== 'failed_rows')) return null
  const own = leading === 'unknown' && mayBeKimi(incident) ? parts : parts.filter(isKimis)
  const [first, last] = [own[0], own.at(-1)]
  if (!first?.span || !last?.span) return null
  return { incident: id, span: span(first.span.from, last.span.to), open: last.open }
}

const isKimis = ({ leading }: IncidentPart): boolean => leading === 'platform'

const mayBeKimi = ({ verdicts }: Incident): boolean =>
  verdicts.every(
    ({ cause, facts }) => cause !== 'platform' || facts.every(({ bearing }) => bearing !== 'against'),
  )

function successesOf({ evidence, report: { zone } }: Witness): Seen['successes'] {
  return [evidence.records, evidence.calls].map((requests) =>
    requests
      .flatMap(({ outcome, when }) => {
        const { span: placed, ambiguous } = listedTime(when, zone)
        return outcome === 'success' && placed && !ambiguous ? [placed.from] : []
      })
      .toSorted((a, b) => a - b),
  )
}

/** Of one without a success after it nobody knows when it was over. */
const wasOverBefore = ({ open, span: before }: UnexplainedStretch, { from }: Span): boolean =>
  !open && before.to + WITNESS_RULES.apart < from

function besideOthers(
  { account, terms }: Seen,
  stretch: UnexplainedStretch,
  others: readonly Seen[],
): WitnessedIncident {
  const { within, busy } = WITNESS_RULES
  const { from, to } = stretch.span
  const begin = span(later(from, -within), later(from, within + 1))
  const meanwhile = span(from, Math.min(to, from + within))
  const refused = others.flatMap((other) => {
    const incidents = other.unexplained
      .filter(
        (each) =>
          spanContains(begin, each.span.from) &&
          !wasOverBefore(stretch, each.span) &&
          !wasOverBefore(each, stretch.span),
      )
      .map(({ incident }) => incident)
    return incidents.length > 0 ? [{ account: other.account, incidents }] : []
  })
  const wereRefused = new Set(refused.map((each) => each.account))
  const quiet = others
    .filter((other) => !wereRefused.has(other.account))
    .map((other) => ({
      account: other.account,
      successes: countWithin(other.successes, meanwhile),
      isOther: areOtherTerms(terms, other.terms, from),
    }))
  const busyOnes = (onOtherPlan: boolean): readonly Served[] =>
    quiet
      .filter(({ successes, isOther }) => successes >= busy && isOther === onOtherPlan)
      .map(({ account: name, successes }) => ({ account: name, successes }))
  const served = busyOnes(false)
  return {
    account,
    incident: stretch.incident,
    span: stretch.span,
    platform: verdictOf(refused.length + 1, served.length),
    refused,
    served,
    servedOnOtherPlan: busyOnes(true),
    silent: quiet.filter(({ successes }) => successes < busy).map((each) => each.account),
  }
}

const countWithin = (lists: Seen['successes'], { from, to }: Span): number =>
  Math.max(
    ...lists.map((times) => firstIndex(times, (at) => at >= to) - firstIndex(times, (at) => at >= from)),
  )

function verdictOf(refused: number, served: number): WitnessedIncident['platform'] {
  const { refused: needed, refusedForServed } = WITNESS_RULES
  if (refused >= needed && served * refusedForServed <= refused) return 'supported'
  return refused > 1 && served === 0 ? 'consistent' : 'undecidable'
}
