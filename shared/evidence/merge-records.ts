import { betterWhen } from './better-when.ts'
import { groupBy } from './group-by.ts'
import { joinById } from './join-by-id.ts'
import { mergeOrigins } from './origin.ts'
import { plainRecord, recordOf, rowKey, type UsageRecord } from './kinds/usage-record.ts'

/**
 * Merges rows of several captures into one list without duplicates, sorted by id.
 *
 * Rows with one id are one row with several origins. A row without a request id is the same as a row with one when
 * second, source and client agree: the table and the service show the same request. Equals are matched one to one, so
 * that the result is the multiset maximum of both (docs/verdicts.md#rows):
 *
 *     service   a1 a2        two requests in that second
 *     table     ·  ·  ·      three rows without an id        →   a1 a2 ·   (one row was only in the table)
 */
export const mergeRecords = (...lists: readonly (readonly UsageRecord[])[]): UsageRecord[] =>
  mergeAllRecords(lists)

/** The same of lists that may be too many to be arguments of a function: a text may hold a hundred thousand pieces. */
export const mergeAllRecords = (lists: readonly (readonly UsageRecord[])[]): UsageRecord[] =>
  withoutAbsorbed(joinById(lists.flat(), joinAll))

/** Merges all sightings of one row, origins in one step, since one input may show it hundreds of times. */
function joinAll(first: UsageRecord, others: readonly UsageRecord[]): UsageRecord {
  let said = first
  for (const other of others) if (!saysTheSame(said, other)) said = joinRecords(said, recordOf(other, []))
  const [second] = others
  const origins = second && others.length === 1 ? second.origins : others.flatMap((other) => other.origins)
  return recordOf(said, mergeOrigins(first.origins, origins))
}

/** Nearly always: one page may be read hundreds of times. Joining then gives the one that is there. */
const saysTheSame = (a: UsageRecord, b: UsageRecord): boolean =>
  a.requestId === b.requestId &&
  a.when.kind === 'span' &&
  b.when.kind === 'span' &&
  a.when.local === undefined &&
  b.when.local === undefined &&
  a.when.ambiguous === undefined &&
  b.when.ambiguous === undefined &&
  a.when.span.from === b.when.span.from &&
  a.when.span.to === b.when.span.to &&
  a.source.kind === b.source.kind &&
  a.source.name === b.source.name &&
  a.source.inferred === b.source.inferred &&
  a.userAgent === b.userAgent &&
  a.callType === b.callType &&
  a.model === b.model &&
  a.status === b.status &&
  a.outcome === b.outcome &&
  a.statusText === b.statusText &&
  a.absorbed === b.absorbed

/** Rows in the order of their ids, each of those without a request id that are a request's put into that. */
function withoutAbsorbed(rows: UsageRecord[]): UsageRecord[] {
  if (rows.every(({ requestId }) => requestId !== null)) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  const anonymous = groupBy(
    rows.filter((record) => record.requestId === null),
    rowKey,
  )
  const named = groupBy(
    rows.filter((record) => record.requestId !== null),
    rowKey,
  )
  for (const [key, some] of anonymous) {
    for (const { twin, row } of pairOff(named.get(key) ?? [], some)) {
      byId.delete(row.id)
      byId.set(twin.id, { ...joinRecords(byId.get(twin.id) ?? twin, row), absorbed: row.id })
    }
  }
  return [...byId.values()]
}

interface Pair {
  readonly twin: UsageRecord
  readonly row: UsageRecord
}

/**
 * Pairs equal rows with equal requests, one to one. A request that a row was paired with before keeps that row and takes
 * no other, so that merging in steps counts the same as merging at once.
 */
function pairOff(twins: readonly UsageRecord[], rows: readonly UsageRecord[]): readonly Pair[] {
  const holders = new Map(
    twins.flatMap((twin) => (twin.absorbed === undefined ? [] : [[twin.absorbed, twin]])),
  )
  const free = twins.filter((twin) => twin.absorbed === undefined)
  const pairs: Pair[] = []
  for (const row of rows) {
    const twin = holders.get(row.id) ?? free.shift()
    if (twin) pairs.push({ twin, row })
  }
  return pairs
}

/** Merges two sightings of one row: each fills in what the other lacks, and the origins of both are kept. */
export function joinRecords(a: UsageRecord, b: UsageRecord): UsageRecord {
  const [first, second] = leads(a, b) ? [a, b] : [b, a]
  // A row of a table may say more than the request that it is, but never which request.
  const { id, requestId } = first.requestId === null ? second : first
  return {
    ...plainRecord(first),
    id,
    requestId,
    userAgent: first.userAgent ?? second.userAgent,
    callType: first.callType ?? second.callType,
    model: first.model ?? second.model,
    ...outcomeOf(first, second),
    when: betterWhen(first.when, second.when),
    source: first.source.inferred ? second.source : first.source,
    ...absorbedOf(first, second),
    origins: mergeOrigins(first.origins, second.origins),
  }
}

const OUTCOMES = ['unknown', 'success', 'failure'] as const
const rank = ({ outcome }: UsageRecord): number => OUTCOMES.indexOf(outcome)

/**
 * How a request ended. Where two sightings of one row contradict each other, a refusal counts: which of them is the more
 * complete one depends on what was merged before, and the order must never matter.
 */
function outcomeOf(
  first: UsageRecord,
  second: UsageRecord,
): Pick<UsageRecord, 'status' | 'outcome' | 'statusText'> {
  const statusText = first.statusText ?? second.statusText
  if (first.id !== second.id) {
    // the service says how the request ended, and a row of the table what it leaves out
    const outcome = first.outcome === 'unknown' ? second.outcome : first.outcome
    return { status: first.status ?? second.status, outcome, statusText }
  }
  const status = Math.max(first.status ?? 0, second.status ?? 0)
  const { outcome } = rank(first) >= rank(second) ? first : second
  return { status: status === 0 ? null : status, outcome, statusText }
}

/**
 * Which of two sightings takes precedence: the more complete one; on a tie the one whose text sorts first, so that order
 * never matters.
 */
function leads(a: UsageRecord, b: UsageRecord): boolean {
  const more = richness(a) - richness(b)
  return more === 0
    ? JSON.stringify({ ...plainRecord(a), origins: [] }) <= JSON.stringify({ ...plainRecord(b), origins: [] })
    : more > 0
}

function richness(record: UsageRecord): number {
  const said = [record.requestId, record.model, record.status, record.callType, record.statusText]
  return said.filter((value) => value !== null).length + (record.source.inferred ? 0 : 0.5)
}

function absorbedOf(a: UsageRecord, b: UsageRecord): Pick<UsageRecord, 'absorbed'> {
  const absorbed = a.absorbed ?? b.absorbed
  return absorbed === undefined ? {} : { absorbed }
}
