import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { spanLength, type Span } from '../../../shared/time/span.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import { rangeText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import type { LaneEvent } from './lane-event.ts'

export interface CoverageStretch {
  readonly event: LaneEvent
  readonly observed: boolean
}

/** Where the history was looked at and where not, in the order of time. */
export function coverageStretches(
  lanes: Lanes,
  frame: Frame,
  t: Text,
  wording: Wording,
): readonly CoverageStretch[] {
  const stretch = (span: Span, observed: boolean): CoverageStretch => ({
    observed,
    event: {
      key: `coverage ${span.from}`,
      lane: 'coverage',
      span,
      time: rangeText(span, frame),
      what: t(observed ? 'timeline.observed' : 'timeline.unobserved'),
      details: [
        wording.duration(spanLength(span)),
        t(observed ? 'timeline.observedMeaning' : 'timeline.unobservedMeaning'),
      ],
      target: null,
    },
  })
  return [
    ...lanes.observed.map((span) => stretch(span, true)),
    ...lanes.unobserved.map((span) => stretch(span, false)),
  ].toSorted((a, b) => a.event.span.from - b.event.span.from)
}
