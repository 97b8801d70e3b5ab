import type { RequestBucket } from '../../../shared/analyse/lanes.ts'
import { rangeText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import type { LaneEvent } from './lane-event.ts'

export const requestsIn = ({ success, failure, unknown }: RequestBucket): number =>
  success + failure + unknown

/** A bucket in words: how many requests, by outcome; outcomes that did not occur are left out. */
export function requestEvent(bucket: RequestBucket, frame: Frame, t: Text): LaneEvent {
  const parts = (['success', 'failure', 'unknown'] as const).flatMap((outcome) =>
    bucket[outcome] > 0 ? [t(`timeline.by.${outcome}`, { count: bucket[outcome] })] : [],
  )
  return {
    key: `requests ${bucket.span.from}`,
    lane: 'requests',
    span: bucket.span,
    time: rangeText(bucket.span, frame),
    what: t('timeline.requestCount', { count: requestsIn(bucket) }),
    details: [parts.join(' · ')],
    target: { kind: 'rows', span: bucket.span },
  }
}
