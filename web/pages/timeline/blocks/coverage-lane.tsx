import { Eye, EyeOff, ScanEye } from 'lucide-react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { Seen } from '../../../../shared/analyse/views/lanes/coverage-stretches.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { inSight } from '../in-sight.ts'
import { textWidth } from '../labels/text-width.ts'
import { EventButton } from '../lane/event-button.tsx'
import type { LaneWords } from '../lane/lane-words.ts'
import { Lane } from '../lane/lane.tsx'
import { partsOf, within, type TimelineLane } from '../lane/timeline-lane.ts'
import { shareOf } from '../share-of.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import { coverageEvent } from './coverage-events.ts'
import './coverage-lane.css'

const ICONS = { observed: Eye, unobserved: EyeOff, partly: ScanEye } as const satisfies Record<Seen, unknown>
/** The sign and its gaps, in CSS pixels. */
const SIGN = 26

/** When the usage history was looked at. Only there does an empty lane mean that nothing happened. */
export const coverageLane: TimelineLane = {
  name: 'coverage',
  events: ({ coverage }, words) => coverage.map((stretch) => coverageEvent(stretch, words)),
  parts: coverageParts,
  Draw: CoverageLane,
  Legend: CoverageLegend,
}

function CoverageLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const pixels = (at: number) => (shareOf(at, lanes.span) / 100) * drawnWidth
  const events = lanes.coverage.map((stretch) => ({ stretch, event: coverageEvent(stretch, words) }))
  const tabStop = useTabStop(events.map(({ event }) => event.key))
  return (
    <Lane of={coverageLane}>
      <TimeLayer span={lanes.span}>
        {events.map(({ stretch: { span, seen }, event }) => {
          const Icon = ICONS[seen]
          const visible = inSight(span, shown)
          const room = pixels(visible.to) - pixels(visible.from)
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`cover cover-${seen}`}
              {...tabStop(event.key)}
            >
              {room > SIGN ? (
                <span className="cover-text" style={{ marginLeft: pixels(visible.from) - pixels(span.from) }}>
                  <Icon aria-hidden="true" />
                  {room > SIGN + 12 + textWidth(event.what) ? event.what : null}
                </span>
              ) : null}
            </EventButton>
          )
        })}
      </TimeLayer>
    </Lane>
  )
}

function CoverageLegend() {
  const t = useText()
  return (
    <>
      <li>
        <i className="swatch cover-observed" />
        {t('timeline.legendIdle')}
      </li>
      <li>
        <i className="swatch cover-partly" />
        {t('timeline.partly')}
      </li>
      <li>
        <i className="swatch cover-unobserved" />
        {t('timeline.unobserved')}
      </li>
    </>
  )
}

/** More stretches than this are only counted. */
const TOLD = 4

function coverageParts({ coverage }: Lanes, shown: Span, words: LaneWords): readonly string[] {
  const seen = within(coverage, shown)
  if (seen.length > TOLD) return [words.t('timeline.stretches', { count: seen.length })]
  return partsOf(seen.map((stretch) => coverageEvent(stretch, words)))
}
