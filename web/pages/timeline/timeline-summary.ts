import type { BlockBand, Lanes } from '../../../shared/analyse/lanes.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import { rangeText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import { requestsIn } from './request-events.ts'

/** The day in one sentence: how many requests, and when service was refused; what was not looked at is not called idle. */
export function timelineSummary(lanes: Lanes, day: string, frame: Frame, t: Text, wording: Wording): string {
  const requests = lanes.requests.reduce((sum, bucket) => sum + requestsIn(bucket), 0)
  const failures = lanes.requests.reduce((sum, bucket) => sum + bucket.failure, 0)
  const blocks = blockTexts(lanes, frame, t, wording)
  const looked = lanes.observed.length > 0
  const counted =
    requests > 0 || looked
      ? t('timeline.summaryRequests', { count: requests })
      : t('timeline.summaryUnobserved')
  const failed = failures > 0 ? [t('timeline.summaryFailures', { count: failures })] : []
  const blocked = blocks.length > 0 ? blocks : [t('timeline.summaryNoBlocks')]
  return t('timeline.summary', { day, parts: [counted, ...failed, ...blocked].join(t('listJoin')) })
}

/** More blocks than this would make no sentence any more. */
const MOST = 2

function blockTexts({ blocks }: Lanes, frame: Frame, t: Text, wording: Wording): readonly string[] {
  const values = ({ span, grade }: BlockBand) => ({
    range: rangeText(span, frame),
    grade: wording.grade(grade),
  })
  const [longest] = blocks.toSorted((a, b) => spanLength(b.span) - spanLength(a.span))
  if (longest && blocks.length > MOST)
    return [t('timeline.summaryMany', { count: blocks.length, ...values(longest) })]
  return blocks.map((band) =>
    t(band.within ? 'timeline.summaryWithin' : 'timeline.summaryBlock', values(band)),
  )
}
