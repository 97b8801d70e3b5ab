import type { Capture } from '../evidence/kinds/capture.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { withoutExamples } from '../evidence/example.ts'
import { mergeRecords } from '../evidence/merge-records.ts'
import type { QuotaSnapshot } from '../evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import { mergeSpans, span, type Span } from '../time/span.ts'
import { accountFindings } from './readings/account-findings.ts'
import { accountOf, lagsOf, type Account } from './readings/account.ts'
import { clockLags, isCovered, lagsWith, type ClockLag } from './clocks/clock-lag.ts'
import { showSameLeads } from './clocks/clock-lead.ts'
import { extendAccount, type ExtendedAccount } from './readings/extend-account.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { changedCoverage, NOWHERE, shownBy } from './readings/coverage.ts'
import { digestFrame, type Digest, type FrameDigest } from './digest.ts'
import { doubtfulTimes, type DoubtfulTime } from './clocks/doubtful-times.ts'
import type { Originals } from './clocks/zoneless-copies.ts'
import { unknownItems, withAdded } from './with-added.ts'
import { framesOf, recordsWithin, type Frame, type Frames } from './clocks/placed-records.ts'
import { putRecords } from './clocks/put-records.ts'
import type { Rules } from './rules.ts'
import { withoutRepeats } from './logs/without-repeats.ts'

/** A digest with something more in it, and what changed: stretches of UTC by rows; null where anything may have. */
export interface ExtendedDigest {
  readonly digest: Digest
  readonly touched: readonly Span[] | null
}

/** A page of rows on its way into a digest. */
interface Page {
  readonly placed: Frames
  /** Rows of the digest that are placed anew, since they may be the same as new ones. */
  readonly replaced: ReadonlySet<string>
  readonly captures: readonly Capture[]
}

/**
 * Works what has arrived into a digest. The rows of the seconds that the news touch are taken out, merged with the new ones,
 * and put back; everything else stays as it was made, and what rests on other kinds of evidence is made again only when that
 * kind arrives.
 */
export function extendDigest(digest: Digest, arrived: Evidence, options: AnalyseOptions): ExtendedDigest {
  const added = withoutExamples(arrived)
  const page = pageOf(digest, added, options)
  const { placed, replaced, captures } = page
  const evidence = withAdded(digest.evidence, added)
  const isLogged = added.errors.length > 0 || added.calls.length > 0
  const told = isLogged ? withoutRepeats(evidence) : digest.told
  const doubtful = doubtfulWith(digest, told, page, isLogged, options)
  const read = readingsInto(digest, { ...added, captures }, evidence, options)
  const { leads } = read.account
  // by a clock that turns out to be ahead, less was looked at than it had seemed
  const isPlaced = leads === digest.account.leads
  const seen = isPlaced ? captures : evidence.captures
  const given = { told, doubtful, captures: seen, leads, lags: lagsOf(read.account) }
  const isTold = !isLogged && doubtful.length === 0 && digest.doubtful.length === 0
  const frameOf = (known: FrameDigest, { clock, records: news }: Frame): FrameDigest => {
    const records = putRecords(known.frame.records, replaced, news)
    const [first, last] = [news[0], news.at(-1)]
    const changed = first && last ? span(first.at, last.at) : null
    const coverage = isPlaced ? known.coverage : NOWHERE
    return digestFrame({ clock, records }, given, options, { digest: known, changed, coverage, isTold })
  }
  const extended: Digest = {
    evidence,
    told,
    account: read.account,
    utc: frameOf(digest.utc, placed.utc),
    wall: frameOf(digest.wall, placed.wall),
    unplaced: placed.unplaced,
    originals: originalsWith(digest.originals, page),
    doubtful,
  }
  const moved = extended.utc.clocks !== digest.utc.clocks
  const anything = read.touched === null || isLogged || moved || added.marks.length > 0 || doubtful.length > 0
  return {
    digest: extended,
    touched: anything ? null : [...touchedBy(digest, page, options), ...(read.touched ?? [])],
  }
}

/** So many readings at once are no news but a history: for them an account is made from the start. */
const MAX_READINGS = 20

function readingsInto(
  { account: before, evidence: known }: Digest,
  { snapshots, errors, captures }: Evidence,
  evidence: Digest['evidence'],
  { now, zone, rules }: AnalyseOptions,
): ExtendedAccount {
  // texts pasted with readings tell accounts apart, where there are several
  const joins = errors.length > 0 && before.grids.length > 1
  const sameLeads = showSameLeads(before.leads, captures, evidence.captures, rules)
  const lagged = sameLeads ? withLags(before, clockLags(captures, rules), rules) : null
  const account = lagged ?? before
  if (snapshots.length === 0 && !joins && lagged) return { account, touched: [] }
  const allFresh = evidence.snapshots.length === known.snapshots.length + snapshots.length
  const isNews = !joins && lagged !== null && allFresh && snapshots.length <= MAX_READINGS
  let extended: ExtendedAccount | null = isNews ? { account, touched: [] } : null
  for (const snapshot of isNews ? snapshots.toSorted(byTime) : []) {
    const next: ExtendedAccount | null = extended && extendAccount(extended.account, snapshot, rules)
    const touched = extended?.touched && next?.touched ? [...extended.touched, ...next.touched] : null
    extended = next && { account: next.account, touched }
  }
  return extended ?? { account: accountOf(evidence, now, zone, rules), touched: null }
}

/**
 * The account with further lags; null where one of them has a say in when readings were taken before. A clock that stays
 * behind shows that on many a page, and as a rule no worse than it did.
 */
function withLags(account: Account, lags: readonly ClockLag[], rules: Rules): Account | null {
  if (lags.length === 0) return account
  const starts = [account.readings, account.foreign].map((list) => list.at(-1)?.span.from ?? 0)
  // a reading begins no later than it is stated, by the largest lag at most
  const most = account.lags.reduce((sofar, { lag }) => Math.max(sofar, lag), 0)
  const latest = Math.max(...starts) + most
  if (!lags.every((lag) => isCovered(lag, account.lags, latest, rules))) return null
  const extended = { ...account, lags: lagsWith(account.lags, lags) }
  return { ...extended, findings: accountFindings(extended) }
}

const startOf = ({ when }: QuotaSnapshot): number => (when.kind === 'span' ? when.span.from : 0)
const byTime = (a: QuotaSnapshot, b: QuotaSnapshot): number => startOf(a) - startOf(b)

function pageOf(digest: Digest, added: Evidence, { zone }: AnalyseOptions): Page {
  const news = framesOf(added.records, zone)
  const before = [
    ...sameSeconds(digest.utc.frame, news.utc),
    ...sameSeconds(digest.wall.frame, news.wall),
    ...digest.unplaced,
  ].flatMap((row) => digest.originals.get(row.id) ?? row)
  return {
    placed: framesOf(mergeRecords(before, added.records), zone),
    replaced: new Set(before.map(({ id }) => id)),
    captures: unknownItems(digest.evidence.captures, added.captures),
  }
}

function originalsWith(known: Originals, { placed, replaced }: Page): Originals {
  // nearly always: a page of rows that nobody has pasted
  if (placed.originals.size === 0 && ![...replaced].some((id) => known.has(id))) return known
  return new Map([...[...known].filter(([id]) => !replaced.has(id)), ...placed.originals])
}

/** The rows that the digest has in the seconds of the new ones: only they can be the same rows. */
function sameSeconds(known: Frame, news: Frame): readonly UsageRecord[] {
  const seconds = new Set(news.records.map(({ at }) => at))
  return [...seconds].flatMap((at) =>
    recordsWithin(known.records, span(at, at + 1)).map(({ record }) => record),
  )
}

function doubtfulWith(
  digest: Digest,
  { errors, calls }: Digest['told'],
  { placed, replaced }: Page,
  others: boolean,
  { zone }: AnalyseOptions,
): readonly DoubtfulTime[] {
  const records = [placed.utc, placed.wall].flatMap((frame) => frame.records.map(({ record }) => record))
  const again = { records: [...records, ...placed.unplaced], ...(others ? { errors, calls } : NOTHING) }
  const gone = others ? new Set([...replaced, ...[...errors, ...calls].map(({ id }) => id)]) : replaced
  const found = doubtfulTimes(again, zone)
  const kept = digest.doubtful.filter(({ id }) => !gone.has(id))
  return [...kept, ...found].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const NOTHING = { errors: [], calls: [] } as const

function touchedBy(
  { utc, account: { leads } }: Digest,
  { placed, captures }: Page,
  { zone, rules }: AnalyseOptions,
): readonly Span[] {
  const shown = captures.flatMap((capture) => shownBy(capture, leads, 'utc', zone, rules))
  return [
    ...placed.utc.records.map(({ at }) => span(at, at + 1000)),
    ...mergeSpans(shown).flatMap((each) => changedCoverage(utc.coverage, each)),
  ]
}
