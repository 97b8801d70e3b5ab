import { OctagonPause } from 'lucide-react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { sightLabels } from '../labels/sight-labels.ts'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import type { LaneWords } from '../lane/lane-words.ts'
import { Lane } from '../lane/lane.tsx'
import { partsOf, within, type TimelineLane } from '../lane/timeline-lane.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { blockEvent } from './block-events.ts'
import './block-lane.css'

/** Blocked windows as bands that say so. One that only lies somewhere within its span is drawn as brackets, not filled. */
export const blockLane: TimelineLane = {
  name: 'blocks',
  events: ({ blocks }, words) => blocks.map((band) => blockEvent(band, words)),
  parts: blockParts,
  Draw: BlockLane,
  Legend: BlockLegend,
}

function BlockLane() {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const events = lanes.blocks.map((band) => ({ band, event: blockEvent(band, words) }))
  const labels = sightLabels(
    events.map(({ band, event }) => ({ span: band.span, texts: [event.what, t('timeline.lane.blocks')] })),
    lanes.span,
    shown,
    drawnWidth,
  )
  return (
    <Lane of={blockLane}>
      {lanes.blocks.length === 0 ? <EmptyLane text={t('timeline.noBlocks')} /> : null}
      <TimeLayer span={lanes.span}>
        {events.map(({ band, event }, index) => {
          const label = labels[index]
          return (
            <EventButton
              key={event.key}
              event={event}
              className={`band band-${band.within ? 'within' : band.grade} ${band.open ? 'band-open' : ''}`}
            >
              {label ? (
                <span
                  className={`band-text band-text-${label.side}`}
                  style={label.side === 'inside' ? { marginLeft: label.offset } : undefined}
                >
                  <OctagonPause aria-hidden="true" />
                  {label.text}
                </span>
              ) : null}
            </EventButton>
          )
        })}
      </TimeLayer>
    </Lane>
  )
}

function BlockLegend() {
  const t = useText()
  return (
    <li>
      <i className="swatch swatch-block">
        <OctagonPause aria-hidden="true" />
      </i>
      {t('timeline.legendBlocked')}
    </li>
  )
}

/** More blocks than this are only counted. */
const TOLD = 3

function blockParts({ blocks }: Lanes, shown: Span, words: LaneWords): readonly string[] {
  const seen = within(blocks, shown)
  if (seen.length === 0) return [words.t('timeline.summaryNoBlocks')]
  if (seen.length > TOLD)
    return [words.t('timeline.blocks', { count: seen.reduce((sum, { count }) => sum + count, 0) })]
  return partsOf(seen.map((band) => blockEvent(band, words)))
}
