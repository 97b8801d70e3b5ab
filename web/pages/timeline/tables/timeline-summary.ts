import type { BlockBand, Lanes } from '../../../../shared/analyse/views/lanes.ts'
import { spanLength, spansOverlap, type Span } from '../../../../shared/time/span.ts'
import type { LaneWords } from '../lane/lane-words.ts'
import { requestsIn } from '../requests/request-events.ts'

/** What is shown in one sentence: how many requests, and when service was refused; what was not looked at is not called idle. */
export function timelineSummary(lanes: Lanes, shown: Span, words: LaneWords): string {
  const { t, time } = words
  const requests = requestsIn(lanes.totals)
  const blocks = blockTexts(lanes, shown, words)
  const looked = lanes.coverage.some(({ span, seen }) => seen !== 'unobserved' && spansOverlap(span, shown))
  const counted =
    requests > 0 || looked
      ? t('timeline.summaryRequests', { count: requests })
      : t('timeline.summaryUnobserved')
  const { failure } = lanes.totals
  const failed = failure > 0 ? [t('timeline.summaryFailures', { count: failure })] : []
  const blocked = blocks.length > 0 ? blocks : [t('timeline.summaryNoBlocks')]
  return t('timeline.summary', {
    day: time.title,
    parts: [counted, ...failed, ...blocked].join(t('listJoin')),
  })
}

/** More blocks than this would make no sentence any more. */
const MOST = 2

function blockTexts(lanes: Lanes, shown: Span, { t, wording, time }: LaneWords): readonly string[] {
  const blocks = lanes.blocks.filter(({ whole }) => spansOverlap(whole, shown))
  const count = blocks.reduce((sum, band) => sum + band.count, 0)
  const values = ({ whole, grade }: BlockBand) => ({
    range: time.span(whole),
    grade: wording.grade(grade),
  })
  const [longest] = blocks.toSorted((a, b) => a.count - b.count || spanLength(b.whole) - spanLength(a.whole))
  if (longest && count > MOST)
    return longest.count > 1
      ? [t('timeline.summaryBlocks', { count })]
      : [t('timeline.summaryMany', { count, ...values(longest) })]
  return blocks.map((band) =>
    t(band.within ? 'timeline.summaryWithin' : 'timeline.summaryBlock', values(band)),
  )
}
