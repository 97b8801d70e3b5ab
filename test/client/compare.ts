import type { ClientCall } from '../../shared/evidence/kinds/client-call.ts'
import type { ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import type { When } from '../../shared/evidence/when.ts'
import { writeInstant } from '../../shared/time/instant.ts'
import { isAboutRefusal } from '../../shared/analyse/blocks/refusals.ts'
import { classOf } from './texts.ts'
import { refusalsOf, type Truth, type TruthCall } from './truth.ts'

/** A log's line and the service's note of one moment may lie so far apart, in milliseconds. */
const APART = 1_500
/** A client's measure of a call also holds what it did before and after; of 160 calls none was more than 0.5 s longer but for that in which it was blocked. */
const LONGER = 1_500
/** Its clock is that of the service here, and stops no earlier. */
const ROUNDED = 50

/** What was read of a scenario, held against its truth. Everything but the counts should be empty. */
export interface Comparison {
  readonly refusals: number
  readonly missed: readonly string[]
  readonly invented: readonly string[]
  readonly undated: number
  readonly calls: number
  readonly callsMissed: readonly string[]
  readonly callsInvented: readonly string[]
  /** Calls that are read with another end, length or agent than they had. */
  readonly wrong: readonly string[]
  /** Answered calls of which no length is read. */
  readonly withoutLength: number
  readonly agentsUnknown: number
  /** The most milliseconds by which a call is read as longer than it was, but for what its client was blocked. */
  readonly longer: number
}

/** Holds what was read against the truth. `blocked` says for how long a client could not read about a moment (blocked.ts). */
export function compare(
  truth: Truth,
  { errors, calls }: { readonly errors: readonly ErrorObservation[]; readonly calls: readonly ClientCall[] },
  blocked: (at: number) => number,
): Comparison {
  const told = errors.filter(isAboutRefusal)
  const refused = pair(refusalsOf(truth), told, isSameRefusal)
  const served = pair(truth.calls, calls, isSameCall)
  const answered = served.pairs.filter(([was]) => isServed(was))
  return {
    refusals: refused.pairs.length,
    missed: refused.left.map(sayTruth),
    invented: refused.right.map(({ when, errorClass, status }) => `${timeOf(when)} ${status} ${errorClass}`),
    undated: told.filter(({ when }) => when.kind === 'undated').length,
    calls: served.pairs.length,
    callsMissed: served.left.map(sayTruth),
    callsInvented: served.right.map(({ when, outcome, timeIs }) => `${timeOf(when)} ${timeIs} ${outcome}`),
    wrong: served.pairs.flatMap(([was, call]) => differences(was, call, blocked)),
    withoutLength: answered.filter(([, { durationMs }]) => durationMs === null).length,
    agentsUnknown: served.pairs.filter(([, { subagent }]) => subagent === null).length,
    longer: Math.max(0, ...served.pairs.map(([was, call]) => longerBy(was, call, blocked))),
  }
}

function isSameRefusal(was: TruthCall, { when, status, errorClass }: ErrorObservation): number | null {
  const at = instantOf(when)
  if (at === null || status !== was.status || errorClass !== classOf(was.refused ?? '')) return null
  return near(at, was.end ?? was.start)
}

/** Calls that begin together are told apart by how long they took, by whose they were, and by how they ended. */
function isSameCall(
  was: TruthCall,
  { when, timeIs, durationMs, subagent, outcome }: ClientCall,
): number | null {
  const at = instantOf(when)
  if (at === null) return null
  const begun = timeIs === 'start' ? at : durationMs === null ? null : at - durationMs
  const far = begun !== null ? near(begun, was.start) : was.end === null ? null : near(at, was.end)
  if (far === null) return null
  const other = subagent !== null && subagent !== (was.by === 'subagent') ? APART : 0
  const otherEnd = outcome !== 'unknown' && isServed(was) !== (outcome === 'success') ? APART : 0
  return far + Math.abs(lengthOf(was, durationMs) ?? 0) + other + otherEnd
}

const isServed = ({ status, fault }: TruthCall): boolean => status === 200 && fault === undefined

/** By how much a call is read as longer than it was. */
function lengthOf({ start, end, fault }: TruthCall, durationMs: number | null): number | null {
  if (end === null || fault !== undefined || durationMs === null) return null
  return durationMs - (end - start)
}

/** By how much a call is read as longer than it was, beyond the time for which its client could not read. */
function longerBy(was: TruthCall, { when, timeIs, durationMs }: ClientCall, blocked: (at: number) => number) {
  const longer = lengthOf(was, durationMs) ?? 0
  const ended = (instantOf(when) ?? Number.NaN) + (timeIs === 'start' ? (durationMs ?? 0) : 0)
  return longer <= 0 ? 0 : Math.max(0, longer - blocked(ended))
}

const near = (a: number, b: number): number | null => (Math.abs(a - b) <= APART ? Math.abs(a - b) : null)

function differences(was: TruthCall, call: ClientCall, blocked: (at: number) => number): readonly string[] {
  const shorter = -(lengthOf(was, call.durationMs) ?? 0)
  const longer = longerBy(was, call, blocked)
  const by = call.subagent === null ? null : call.subagent ? 'subagent' : 'main'
  return [
    isServed(was) === (call.outcome === 'success') ? null : `is read as ${call.outcome}`,
    was.refused === undefined || call.outcome === 'failure' ? null : `refused, and read as ${call.outcome}`,
    longer <= LONGER ? null : `is read as ${longer} ms longer than it was`,
    shorter <= ROUNDED ? null : `is read as ${shorter} ms shorter than it was`,
    by === null || by === was.by ? null : `was a ${was.by}'s, and is read as a ${by}'s`,
  ].flatMap((difference) => (difference === null ? [] : [`${sayTruth(was)} ${difference}`]))
}

interface Pairs<A, B> {
  readonly pairs: readonly (readonly [A, B])[]
  readonly left: readonly A[]
  readonly right: readonly B[]
}

/** Pairs one to one, the nearest first. */
function pair<A, B>(
  left: readonly A[],
  right: readonly B[],
  distance: (a: A, b: B) => number | null,
): Pairs<A, B> {
  const candidates = left
    .flatMap((a) => right.map((b) => ({ a, b, far: distance(a, b) })))
    .flatMap(({ a, b, far }) => (far === null ? [] : [{ a, b, far }]))
    .toSorted((x, y) => x.far - y.far)
  const pairs = new Map<A, B>()
  const taken = new Set<B>()
  for (const { a, b } of candidates)
    if (!pairs.has(a) && !taken.has(b)) {
      pairs.set(a, b)
      taken.add(b)
    }
  return {
    pairs: [...pairs],
    left: left.filter((a) => !pairs.has(a)),
    right: right.filter((b) => !taken.has(b)),
  }
}

const sayTruth = ({ start, status, refused, fault }: TruthCall) =>
  `${writeInstant(start)} ${status ?? '—'} ${refused ?? fault ?? ''}`.trim()

const instantOf = (when: When): number | null => (when.kind === 'span' ? when.span.from : null)
const timeOf = (when: When) => (when.kind === 'span' ? writeInstant(when.span.from) : when.kind)
