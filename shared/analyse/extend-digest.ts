import type { Evidence } from '../evidence/evidence.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import { mergeRecords } from '../evidence/merge-records.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { span, type Span } from '../time/span.ts'
import type { AnalyseOptions } from './analyse-options.ts'
import { burstsAfter } from './bursts.ts'
import { extendCoverage, shownBy } from './coverage.ts'
import type { Digest, FrameDigest } from './digest.ts'
import { doubtfulTimes } from './doubtful-times.ts'
import { framesOf, recordsWithin, type Frame } from './placed-records.ts'
import { byTime as refusalsByTime, refusalsIn } from './refusals.ts'
import { replaceRecords } from './replace-records.ts'
import { useRunsAfter } from './use/use-runs.ts'

/** A digest with a page of rows in it, and the stretches of UTC in which something changed. */
export interface ExtendedDigest {
  readonly digest: Digest
  readonly touched: readonly Span[]
}

/**
 * Works a page of rows, with its captures, into a digest. The rows of the seconds that the page touches are taken out,
 * merged with the new ones, and put back; everything else stays as it was made.
 */
export function extendDigest(digest: Digest, added: Evidence, options: AnalyseOptions): ExtendedDigest {
  const { zone, rules } = options
  const news = framesOf(added.records, zone)
  const before = [...sameSeconds(digest.utc.frame, news.utc), ...sameSeconds(digest.wall.frame, news.wall)]
  const after = mergeRecords(before, added.records)
  const replaced = new Set(before.map(({ id }) => id))
  const placed = framesOf(after, zone)
  const captures = newcomers(digest.evidence.captures, added.captures)
  const extend = (known: FrameDigest, frame: Frame): FrameDigest => {
    const records = replaceRecords(known.frame.records, replaced, frame.records)
    const kept = known.refusals.filter(({ ref }) => !replaced.has(ref))
    const first = frame.records[0]?.at ?? Number.POSITIVE_INFINITY
    return {
      frame: { clock: frame.clock, records },
      refusals: [...kept, ...refusalsIn(frame, [], zone)].toSorted(refusalsByTime),
      bursts: burstsAfter(known.bursts, records, first, rules),
      uses: useRunsAfter(known.uses, records, first, rules),
      coverage: extendCoverage(known.coverage, captures, frame.clock, zone, rules),
    }
  }
  const doubtful = doubtfulTimes({ records: after, errors: [], calls: [] }, zone)
  return {
    digest: {
      ...digest,
      evidence: withPage(digest.evidence, { ...added, records: after, captures }, replaced),
      utc: extend(digest.utc, placed.utc),
      wall: extend(digest.wall, placed.wall),
      doubtful: [...digest.doubtful.filter(({ id }) => !replaced.has(id)), ...doubtful].toSorted((a, b) =>
        a.id < b.id ? -1 : 1,
      ),
    },
    touched: [
      ...placed.utc.records.map(({ at }) => span(at, at + 1000)),
      ...captures.flatMap((capture) => shownBy(capture, 'utc', zone, rules)),
    ],
  }
}

/** The rows that the digest has in the seconds of the new ones: only they can be the same rows. */
function sameSeconds(known: Frame, news: Frame): readonly UsageRecord[] {
  const seconds = new Set(news.records.map(({ at }) => at))
  return [...seconds].flatMap((at) =>
    recordsWithin(known.records, span(at, at + 1)).map(({ record }) => record),
  )
}

function newcomers<T extends { readonly id: string }>(
  known: readonly T[],
  added: readonly T[],
): readonly T[] {
  const ids = new Set(known.map(({ id }) => id))
  return added.filter(({ id }) => !ids.has(id))
}

/** All rows again, those replaced left out; small kinds are merged as always. */
function withPage(evidence: Evidence, page: Evidence, replaced: ReadonlySet<string>): Evidence {
  const kept = replaced.size === 0 ? evidence.records : evidence.records.filter(({ id }) => !replaced.has(id))
  const small = mergeEvidence(
    { ...evidence, records: [], snapshots: [], captures: [] },
    { ...page, records: [], snapshots: [], captures: [] },
  )
  return {
    ...small,
    records: kept.concat(page.records),
    snapshots: evidence.snapshots,
    captures: evidence.captures.concat(page.captures),
  }
}
