import { groupBy } from '../../../evidence/group-by.ts'
import { SECOND } from '../../../time/duration.ts'
import { span, widenSpan } from '../../../time/span.ts'
import type { Case, Rule } from '../case.ts'
import { isObserved } from '../../readings/coverage.ts'
import { mostOff, type OffClock } from '../../clocks/log-clocks.ts'
import { firstIndex } from '../../first-index.ts'
import { isForAll, type LoggedCall } from '../../logs/logged-calls.ts'
import type { Refusal } from '../../blocks/refusals.ts'
import type { Fact } from '../../report.ts'
import {
  loggedWithin,
  rowsMissingFromLogs,
  type RowsMissingFromLogs,
} from '../../logs/rows-missing-from-logs.ts'
import { servedAtOnce } from '../../logs/served-at-once.ts'
import { shareOfTime } from '../../views/share-of-time.ts'
import { capsNear } from './caps-near.ts'
import { areDatedByHistory, startsAgainstCap } from './concurrency.ts'
import { isSaidOfRequests } from './error-text.ts'
import { against, directFor, neutral, weakFor } from './fact.ts'

/** How many requests were in flight when one was refused, that one counted. */
interface InFlight {
  /** As many at least: by calls that began before it was refused and were answered after. */
  readonly least: number
  /** No more than these: with all that may have been in flight, and with every row that no log tells of. */
  readonly most: number
  /** Rows around it that no log tells of. */
  readonly unseen: number
  /** The calls that make up `least`. */
  readonly calls: readonly LoggedCall[]
}

/**
 * Clients' logs that say how long calls took give the number in flight to the second (docs/verdicts.md#concurrency).
 * The refused request counts, so the cap is exceeded from one more than it on.
 *
 *     cap 4      ├────────┤
 *                  ├──────────┤
 *                 ├─────┤
 *                   ├───────┤
 *                       ✗            4 in flight and the refused one: 5, over
 *
 * Over at most of the refusals, and clearly under at none, speaks for concurrency: directly, where the texts say that too
 * much was asked for at a time. Under at every one of them rules it out, where the history shows who else was there for
 * most of the time, by the clock that dates them: whoever is in the history and in no log counts as in flight for as long
 * as any call may take. Where no reading states the cap, as many as were served at once that day are under it, too.
 */
const inFlightByLogs: Rule = (subject) => {
  const { block, logged, rules } = subject
  if (block.offClock) return inFlightByOffClock(subject, block.offClock)
  const refusals = datedToTheSecond(block.refusals)
  if (refusals.length === 0 || logged.longest === 0) return []
  const over = span(block.span.from, Math.max(block.span.to, refusals.at(-1)?.span.to ?? 0))
  const untold = rowsMissingFromLogs(subject.records, logged, widenSpan(over, rules.longestCall), rules)
  const counted = refusals.map((refusal) => inFlightAt(refusal, subject, untold))
  const fullest = counted.reduce((most, each) => (each.least > most.least ? each : most))
  const most = counted.reduce((sofar, each) => Math.max(sofar, each.most), 0)
  const unseen = counted.reduce((sofar, each) => Math.max(sofar, each.unseen), 0)
  const told = {
    least: { unit: 'count', value: fullest.least },
    most: { unit: 'count', value: most },
    unseen: { unit: 'count', value: unseen },
  } as const
  const refs = fullest.calls.slice(0, MAX_REFS).map(({ id }) => id)
  const isRuledOut = (isUnder: (each: InFlight) => boolean) =>
    counted.every(isUnder) && isSeenWhole(refusals, subject, untold) && isOneClock(refusals, subject, untold)
  const caps = capsNear(subject)
  if (caps === null) {
    const served = Math.max(SERVED_BY_ALL_PLANS, servedAtOnce(subject))
    const values = { ...told, served: { unit: 'count', value: served } } as const
    if (isRuledOut((each) => each.most < served))
      return [against('in_flight_under_served', true, { values, refs })]
    return fullest.calls.length === 0 ? [] : [neutral('in_flight_without_cap', { values: told, refs })]
  }
  const overCap = counted.filter(({ least }) => least > caps.most).length
  const isUnder = (each: InFlight) => each.most < caps.least
  const details = (cap: number): Pick<Fact, 'values' | 'refs'> => ({
    values: {
      ...told,
      cap: { unit: 'count', value: cap },
      over: { unit: 'count', value: overCap },
      refusals: { unit: 'count', value: counted.length },
    },
    refs: [...refs, ...caps.refs],
  })
  if (overCap >= counted.length * rules.textShare && !counted.some(isUnder)) {
    const rule = isSaidOfRequests(subject) ? directFor : weakFor
    return [rule('in_flight_over_cap', details(caps.most))]
  }
  if (isRuledOut(isUnder)) return [against('in_flight_under_cap', true, details(caps.least))]
  return [neutral('in_flight_undecided', details(caps.least))]
}

const MAX_REFS = 20

/**
 * However far off the clock of a log is, it dates both the calls and the refusals that the log tells: what was in flight by it was
 * in flight. Whether it was under the cap, no such log shows, since nobody knows who else was there.
 */
function inFlightByOffClock(subject: Case, clock: OffClock): readonly Fact[] {
  const { block, logged, rules } = subject
  const caps = capsNear(subject)
  if (caps === null || !isSaidOfRequests(subject)) return []
  const reach = mostOff(clock) + rules.longestCall
  const told = loggedWithin(logged, block.span.from - reach, block.span.to + reach).flatMap((call) =>
    call.byOffClock?.log === clock.log ? { ...call, during: call.byOffClock.during } : [],
  )
  const refused = block.texts.flatMap(({ when, origins }) =>
    when.kind === 'span' && origins.every(({ capture }) => capture === clock.log) ? when.span : [],
  )
  const counted = refused.map(({ from, to }) => {
    const sure = told.filter(({ during }) => during.from <= from && during.to >= to)
    return [...groupBy(sure, ({ of }) => of).values()].flatMap(([call]) => call ?? [])
  })
  const [fullest = []] = counted.toSorted((a, b) => b.length - a.length)
  const over = counted.filter((calls) => calls.length + 1 > caps.most).length
  if (over === 0 || over < block.texts.length * rules.textShare) return []
  const values = {
    least: { unit: 'count', value: fullest.length + 1 },
    cap: { unit: 'count', value: caps.most },
    over: { unit: 'count', value: over },
    refusals: { unit: 'count', value: counted.length },
  } as const
  const refs = [...fullest.slice(0, MAX_REFS).map(({ id }) => id), ...caps.refs]
  return [directFor('in_flight_over_cap', { values, refs })]
}

/** What may have been in flight by the starts alone says nothing where logs show to the second that it was not. */
export const requestsAgainstCap: Rule = (subject) => {
  const counted = inFlightByLogs(subject)
  const isUnder = counted.some(({ bearing }) => bearing === 'against')
  const starts = startsAgainstCap(subject).filter(({ bearing }) => !isUnder || bearing !== 'for')
  return [...starts, ...counted]
}

/** Texts by the clock of a log, if there are any; else rows, which are listed to the second. */
function datedToTheSecond(refusals: readonly Refusal[]): readonly Refusal[] {
  const dated = refusals.filter(({ span: { from, to } }) => to - from <= SECOND)
  if (dated.length < refusals.length) return []
  const texts = dated.filter(({ error }) => error !== null)
  return texts.length > 0 ? texts : dated
}

/** A refusal is logged when it comes; it was decided on within so much before. */
const ANSWERED_IN = SECOND

function inFlightAt(refusal: Refusal, { logged, rules }: Case, untold: RowsMissingFromLogs): InFlight {
  const { from, to } = refusal.span
  const own = refusal.error?.origins.map(({ capture }) => capture) ?? []
  const apart = rules.clockSlack + Math.abs(untold.ahead)
  const isOwn = ({ logs }: LoggedCall) => logs.some((log) => own.includes(log))
  const slackOf = (call: LoggedCall) => (isOwn(call) ? 0 : apart)
  // of one request in several logs, that of the refusal is by the refusal's clock
  const isTold = (call: LoggedCall) =>
    isOwn(call) || (isForAll(call) && !call.alsoIn.some((log) => own.includes(log)))
  const near = loggedWithin(logged, from - ANSWERED_IN - apart, to + apart)
  const sure = near.filter((call) => {
    const slack = slackOf(call)
    return call.surely !== null && call.surely.from + slack <= from && call.surely.to - slack >= to
  })
  const calls = [...groupBy(sure.filter(isTold), ({ of }) => of).values()].flatMap(([call]) => call ?? [])
  const unseen = untoldNear(refusal, untold, rules.longestCall, rules.clockSlack)
  return {
    least: calls.length + 1,
    most: mostAtOnce(near, slackOf, from - ANSWERED_IN, to) + unseen + 1,
    unseen,
    calls,
  }
}

/** Rows of calls that may have been in flight with it: where the history lists when calls begin, none that came later. */
function untoldNear(
  { span: { from, to } }: Refusal,
  { times, edge }: RowsMissingFromLogs,
  reach: number,
  slack: number,
): number {
  const first = firstIndex(times, (at) => at >= from - (edge === 'end' ? slack : reach))
  return firstIndex(times, (at) => at > to + (edge === 'start' ? slack : reach)) - first
}

/** The most that may have been in flight at any one moment between two. */
function mostAtOnce(
  calls: readonly LoggedCall[],
  slackOf: (call: LoggedCall) => number,
  from: number,
  to: number,
): number {
  const edges = calls
    .flatMap((call) => {
      const begin = Math.max(from, call.maybe.from - slackOf(call))
      const end = call.maybe.to + slackOf(call)
      return begin > to || end < from
        ? []
        : [
            { at: begin, by: 1 },
            { at: end, by: -1 },
          ]
    })
    .toSorted((a, b) => a.at - b.at || b.by - a.by)
  let [now, most] = [0, 0]
  for (const { at, by } of edges) {
    if (at > to) break
    now += by
    most = Math.max(most, now)
  }
  return most
}

/** Any plan allows so many at once, and far more: no cap under 10 was read anywhere (docs/verdicts.md#concurrency). */
const SERVED_BY_ALL_PLANS = 2

/** Most of the time of the refusals, the history shows who else was there. */
const isSeenWhole = (refusals: readonly Refusal[], subject: Case, untold: RowsMissingFromLogs): boolean =>
  shareOfTime(refusals, subject.block.span.to, (refusal) => isWhole(refusal, subject, untold)) >
  subject.rules.textShare

/**
 * Whether the history was looked at for as long as a call of anybody may have been in flight with the refusal: as long as
 * the longest that the logs show where they tell of everybody, else as long as any call may take. As long afterwards, too: what
 * has not ended stands in no log, and may stand in no row.
 */
function isWhole({ span: { from, to } }: Refusal, subject: Case, untold: RowsMissingFromLogs): boolean {
  const { logged, rules, coverage } = subject
  const reach = (untold.times.length > 0 ? rules.longestCall : logged.longest) + rules.clockSlack
  return isObserved(coverage, span(from - reach, to + reach))
}

/**
 * The logs and the history are by one clock, as far as is tolerated: as the dates of the refusals show, or since the history
 * lists what the logs that date them tell, and little else.
 */
function isOneClock(
  refusals: readonly Refusal[],
  subject: Case,
  { times, told }: RowsMissingFromLogs,
): boolean {
  const { logged, rules } = subject
  if (areDatedByHistory(subject)) return true
  if (told < rules.logClock.pairs || times.length > told * rules.logClock.rival) return false
  const [first, last] = [refusals[0]?.span.from ?? 0, refusals.at(-1)?.span.to ?? 0]
  const near = loggedWithin(logged, first - rules.longestCall, last + rules.longestCall)
  const telling = new Set(near.flatMap(({ logs }) => logs))
  return refusals.every(
    ({ error, confirmed }) =>
      confirmed || error?.origins.some(({ capture }) => telling.has(capture)) === true,
  )
}
