import type { Lanes, RequestBucket } from '../../../../shared/analyse/views/lanes.ts'
import type { RowTick } from '../../../../shared/analyse/views/lanes/row-ticks.ts'
import { SECOND } from '../../../../shared/time/duration.ts'
import { span } from '../../../../shared/time/span.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

type Counts = Pick<RequestBucket, 'success' | 'failure' | 'unknown'>

export const requestsIn = ({ success, failure, unknown }: Counts): number => success + failure + unknown

export const OUTCOMES = ['success', 'failure', 'unknown'] as const

/** How many requests had each outcome, in words; outcomes that did not occur are left out. */
export const outcomeParts = (counts: Counts, t: LaneWords['t']): readonly string[] =>
  OUTCOMES.flatMap((outcome) =>
    counts[outcome] > 0 ? [t(`timeline.by.${outcome}`, { count: counts[outcome] })] : [],
  )

/** A bucket in words: how many requests, by outcome. */
export function requestEvent(bucket: RequestBucket, { t, time }: LaneWords): LaneEvent {
  return {
    key: `requests ${bucket.span.from}`,
    lane: 'requests',
    span: bucket.span,
    time: time.span(bucket.span),
    what: t('timeline.requestCount', { count: requestsIn(bucket) }),
    details: [outcomeParts(bucket, t).join(' · '), t('timeline.fromHistory')],
    target: { kind: 'rows', span: bucket.span },
  }
}

/** One request in words: what became of it, and what the row says of it. */
export function rowEvent(row: RowTick, { t, time }: LaneWords): LaneEvent {
  const said = [row.source, row.client, row.model, row.status].filter((each) => each !== null)
  return {
    key: `row ${row.id}`,
    lane: 'requests',
    span: span(row.at, row.at + SECOND),
    time: time.at(row.at),
    what: t(`timeline.row.${row.outcome}`),
    details: [...(said.length > 0 ? [said.join(' · ')] : []), t('timeline.fromHistory')],
    target: { kind: 'evidence', refs: [row.id] },
  }
}

/** The events of the lane: rows one by one where they can be told apart, else buckets. */
export const requestEvents = ({ rows, requests }: Lanes, words: LaneWords): readonly LaneEvent[] =>
  rows ? rows.map((row) => rowEvent(row, words)) : requests.map((bucket) => requestEvent(bucket, words))
