import { useRef } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { useWidth } from '../../parts/use-width.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { meterMarks } from './meter-events.ts'
import { meterSeries } from './meter-series.ts'
import { useTimeline } from './timeline-context.ts'
import { UnreadMeters } from './unread-meters.tsx'
import './meter-lane.css'

const HEIGHT = 112
/** The whole scale and a little more, since a share may exceed 100 %. */
const TOP = 108

/** Meters as lines that are broken where nothing is known, with a mark on every reading. */
export function MeterLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { range, frame } = useTimeline()
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track)
  const { series, rows } = meterSeries(lanes.meters)
  return (
    <Lane name="meters" label={t('timeline.lane.meters')} note={t('timeline.percentUsed')}>
      <div ref={track} className="meter-track">
        {[0, 50, 100].map((percent) => (
          <span
            key={percent}
            className="meter-scale"
            style={{ bottom: `${(percent / TOP) * 100}%` }}
            aria-hidden="true"
          >
            {percent}
          </span>
        ))}
        {lanes.meters.length === 0 ? <UnreadMeters wall={lanes.wall} /> : null}
        {width !== null && series.length > 0 ? (
          <LineChart
            width={width}
            height={HEIGHT}
            data={[...rows]}
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="none" />
            <XAxis dataKey="at" type="number" domain={[range.from, range.to]} allowDataOverflow hide />
            <YAxis type="number" domain={[0, TOP]} allowDataOverflow hide />
            {series.map(({ key, line }) => (
              <Line
                key={key}
                dataKey={key}
                className={`meter-line meter-line-${line.window}`}
                type="linear"
                connectNulls
                dot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        ) : null}
        {meterMarks(lanes, frame, t, wording).map(({ event, line, point, wide }) => (
          <EventButton
            key={event.key}
            event={event}
            point={!wide}
            className={`reading reading-${line.window} ${wide ? 'reading-wide' : ''}`}
            style={{ bottom: `${(Math.min(point.usedPercent, TOP) / TOP) * 100}%` }}
          >
            <span className="reading-text">
              {wording.window(line.window)} {wording.percent(point.usedPercent)}
            </span>
          </EventButton>
        ))}
      </div>
    </Lane>
  )
}
