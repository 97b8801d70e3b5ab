import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import { MINUTE, SECOND } from '../../time/duration.ts'
import { firstIndex } from '../first-index.ts'

/** An answer says how long it took; its request was logged no more than this before that … */
const BESIDE = 250
/** … or this, where both are in different files, and none is nearer … */
const FAR_BESIDE = SECOND
/** … and no later, but for what is lost by rounding two lengths. */
const ROUNDED = 10
/** A request that is refused has its answer within this. */
const REFUSED_WITHIN = 5 * MINUTE
/** So many of one moment are looked at. */
const MAX_BESIDE = 100

/** A refusal of which nobody can tell yet which request it ended. */
interface Refused {
  readonly at: number
  /** The telling of it; null where it was taken for the end of a request that was answered, as it turned out. */
  readonly told: ClientCall | null
}

/**
 * Joins what a rotation of the log cut in two: a request in one file with its end in the next. An answer is of the request
 * that began when its length says, even where a refusal has been taken for the end of that one: agents that work side by side
 * count their steps alike, and without the lines before, the log could not know whose refusal it was.
 *
 *     kimi-code.log.1   request A ─┐
 *     kimi-code.log     request B ─┼─▶ failed               read as the end of B
 *                                  └──────────▶ answer      by its length of B: the failure was A's
 *
 * Refusals that are left over are of the requests before them that are still open, if there are as many. Where there are
 * fewer, nobody can tell which: the requests stay unknown, and no call is made of such a refusal.
 */
export function joinCut(
  calls: readonly ClientCall[],
  isOfLog: (call: ClientCall) => boolean,
): readonly ClientCall[] {
  const ends = calls.filter((call) => call.timeIs === 'end' && isOfLog(call)).toSorted(byBegin)
  if (ends.length === 0) return calls
  const begun = calls.filter((call) => isOfLog(call) && mayEndOtherwise(call)).toSorted(byBegin)
  const begins = begun.map(momentOf)
  const joined = new Map<ClientCall, ClientCall>()
  const gone = new Set<ClientCall>()
  const refused: Refused[] = []
  for (const end of ends) {
    if (end.durationMs === null) {
      if (end.outcome === 'failure') refused.push({ at: momentOf(end), told: end })
      continue
    }
    const at = beginOf(end)
    const after = firstIndex(begins, (begin) => begin > at + ROUNDED)
    const near = begun
      .slice(Math.max(0, after - MAX_BESIDE), after)
      .filter((begin) => !joined.has(begin) && isBegunFor(begin, end))
    const begin = near.at(-1)
    if (!begin) continue
    gone.add(end)
    joined.set(begin, withEnd(begin, end, end.durationMs))
    if (isRefused(begin)) refused.push({ at: momentOf(begin) + (begin.durationMs ?? 0), told: null })
  }
  const open = begun.filter((begin) => !joined.has(begin) && !isRefused(begin))
  for (const { requests, refusals } of groupsOf(open, refused)) {
    const tellings = refusals.flatMap(({ told }) => told ?? [])
    for (const told of tellings.slice(0, requests.length)) gone.add(told)
    if (refusals.length < requests.length) continue
    for (const [index, request] of requests.entries()) {
      const durationMs = requests.length === 1 ? (refusals[0]?.at ?? Number.NaN) - momentOf(request) : null
      joined.set(
        request,
        withEnd(request, tellings[index] ?? { ...request, outcome: 'failure', origins: [] }, durationMs),
      )
    }
  }
  return calls.filter((call) => !gone.has(call)).map((call) => joined.get(call) ?? call)
}

const momentOf = ({ when }: ClientCall): number => (when.kind === 'span' ? when.span.from : Number.NaN)

/** Of a call of which only the end is told, its length before that. */
const beginOf = (call: ClientCall): number =>
  call.timeIs === 'end' ? momentOf(call) - (call.durationMs ?? 0) : momentOf(call)

const byBegin = (a: ClientCall, b: ClientCall): number => beginOf(a) - beginOf(b) || (a.id < b.id ? -1 : 1)

const fileOf = ({ origins }: ClientCall): string => origins[0]?.capture ?? ''

const isRefused = ({ outcome }: ClientCall): boolean => outcome === 'failure'

/** Requests without an end, and those that a refusal was taken to end. */
const mayEndOtherwise = ({ timeIs, outcome, durationMs }: ClientCall): boolean =>
  timeIs === 'start' &&
  (outcome === 'failure' ? durationMs !== null : outcome === 'unknown' && durationMs === null)

function isBegunFor(begin: ClientCall, end: ClientCall): boolean {
  const late = beginOf(end) - momentOf(begin)
  if (late <= BESIDE) return isRefused(begin) || fileOf(begin) !== fileOf(end)
  return late <= FAR_BESIDE && !isRefused(begin) && fileOf(begin) !== fileOf(end)
}

const withEnd = (begin: ClientCall, end: ClientCall, durationMs: number | null): ClientCall => ({
  ...begin,
  durationMs,
  outcome: end.outcome,
  model: end.model ?? begin.model,
  outputTokens: end.outputTokens,
  origins: [...begin.origins, ...end.origins],
})

interface Group {
  readonly requests: readonly ClientCall[]
  readonly refusals: readonly Refused[]
}

/** Refusals that may be of the same requests, with those. A request in the file that tells a refusal alone is not its own. */
function groupsOf(open: readonly ClientCall[], refused: readonly Refused[]): readonly Group[] {
  const begins = open.map(momentOf)
  const groups: { from: number; to: number; refusals: Refused[] }[] = []
  for (const refusal of refused.toSorted((a, b) => a.at - b.at)) {
    const from = firstIndex(begins, (begin) => begin >= refusal.at - REFUSED_WITHIN)
    const to = firstIndex(begins, (begin) => begin > refusal.at)
    const last = groups.at(-1)
    if (last && from < last.to) {
      last.to = to
      last.refusals.push(refusal)
    } else groups.push({ from, to, refusals: [refusal] })
  }
  return groups.map(({ from, to, refusals }) => ({
    requests: open
      .slice(from, to)
      .filter((request) => refusals.some(({ told }) => told === null || fileOf(told) !== fileOf(request))),
    refusals,
  }))
}
