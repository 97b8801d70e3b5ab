import type { CoverageStretch } from '../../../../shared/analyse/views/lanes/coverage-stretches.ts'
import { spanLength } from '../../../../shared/time/span.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** Whether the history was looked at in a stretch, in words. */
export function coverageEvent({ span, seen }: CoverageStretch, { t, wording, time }: LaneWords): LaneEvent {
  return {
    key: `coverage ${span.from}`,
    lane: 'coverage',
    span,
    time: time.span(span),
    what: t(`timeline.${seen}`),
    details: [wording.duration(spanLength(span)), t(`timeline.${seen}Meaning`)],
    target: seen === 'partly' ? { kind: 'zoom', span } : null,
  }
}
