import type { Evidence } from '../../evidence/evidence.ts'
import { MINUTE } from '../../time/duration.ts'
import { later, type Instant } from '../../time/instant.ts'
import { span, spanContains, type Span } from '../../time/span.ts'
import { firstIndex } from '../first-index.ts'
import type { Incident, Report, Verdict } from '../report.ts'
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
      open: witness.report.incidents.filter(isUnexplained),
      successes: successesOf(witness),
      terms: termsOf(witness),
    }))
  return seen
    .flatMap((one) => {
      const others = seen.filter((other) => other !== one)
      return one.open.map((incident) => besideOthers(one, incident, others))
    })
    .toSorted((a, b) => a.span.from - b.span.from || (a.account < b.account ? -1 : 1))
}

type Dated = Incident & { readonly block: { readonly span: Span } }

interface Seen {
  readonly account: string
  readonly open: readonly Dated[]
  /** Of rows and of a client's log, each in the order of time; both may show one call. */
  readonly successes: readonly (readonly Instant[])[]
  readonly terms: Terms
}

/**
 * Dated by refusals themselves, and Kimi's fault by its own evidence, or unknown with nothing in it against that: "too many
 * requests" names a limit of the account's own, though not which.
 */
export const isUnexplained = (incident: Incident): incident is Dated =>
  incident.block.span !== null &&
  !incident.block.within &&
  (incident.block.grade === 'error_text' || incident.block.grade === 'failed_rows') &&
  (incident.leading === 'platform' || (incident.leading === 'unknown' && mayBeKimi(incident)))

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
const wasOverBefore = ({ block: { open, span: before } }: Pick<Dated, 'block'>, { from }: Span): boolean =>
  !open && before.to + WITNESS_RULES.apart < from

function besideOthers({ account, terms }: Seen, incident: Dated, others: readonly Seen[]): WitnessedIncident {
  const { within, busy } = WITNESS_RULES
  const { from, to } = incident.block.span
  const begin = span(later(from, -within), later(from, within + 1))
  const meanwhile = span(from, Math.min(to, from + within))
  const refused = others.flatMap((other) => {
    const incidents = other.open
      .filter(
        ({ block }) =>
          spanContains(begin, block.span.from) &&
          !wasOverBefore(incident, block.span) &&
          !wasOverBefore({ block }, incident.block.span),
      )
      .map(({ id }) => id)
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
    incident: incident.id,
    span: incident.block.span,
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
