import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Lanes } from '../../../shared/analyse/lanes.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { shareOf } from './axis-ticks.ts'
import { Lane } from './lane.tsx'
import { meterMarks, type MeterMark } from './meter-events.ts'
import { meterLabels } from './meter-labels.ts'
import { METER_HEIGHT, METER_TOP, heightOf } from './meter-scale.ts'
import { meterSeries } from './meter-series.ts'
import { ReadingMark } from './reading-mark.tsx'
import { useTimeline } from './timeline-context.ts'
import { UnreadMeters } from './unread-meters.tsx'
import { useTabStop } from './use-tab-stop.ts'
import './meter-lane.css'

/** Meters as lines that are broken where nothing is known, with a mark on every reading. */
export function MeterLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const { frame, range, width } = useTimeline()
  const marks = meterMarks(lanes, frame, t, wording)
  const tabStop = useTabStop(marks.map(({ event }) => event.key))
  const valueText = ({ line, point, last }: MeterMark) =>
    last === 'line'
      ? `${wording.window(line.window)} ${wording.percent(point.usedPercent)}`
      : wording.percent(point.usedPercent)
  const labels = meterLabels(
    marks
      .filter(({ last }) => last !== null)
      .map((mark) => ({
        key: mark.event.key,
        text: valueText(mark),
        x: (shareOf(Math.max(mark.event.span.from, range.from), range) / 100) * width,
        y: heightOf(mark.point.usedPercent),
      })),
    width,
  )
  return (
    <Lane name="meters" label={t('timeline.lane.meters')} note={t('timeline.percentUsed')}>
      <div className="meter-track">
        <MeterScale />
        {lanes.meters.length === 0 ? <UnreadMeters wall={lanes.wall} /> : null}
        <MeterChart lanes={lanes} width={width} />
        {marks.map((mark) => (
          <ReadingMark
            key={mark.event.key}
            mark={mark}
            label={labels.get(mark.event.key) ?? null}
            {...tabStop(mark.event.key)}
          />
        ))}
      </div>
    </Lane>
  )
}

function MeterScale() {
  return [0, 50, 100].map((percent) => (
    <span key={percent} className="meter-scale" style={{ bottom: heightOf(percent) }} aria-hidden="true">
      {percent}
    </span>
  ))
}

function MeterChart({ lanes, width }: { readonly lanes: Lanes; readonly width: number }) {
  const { series, rows } = meterSeries(lanes.meters)
  if (series.length === 0) return null
  return (
    <LineChart
      width={width}
      height={METER_HEIGHT}
      data={[...rows]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="none" />
      <XAxis dataKey="at" type="number" domain={[lanes.span.from, lanes.span.to]} allowDataOverflow hide />
      <YAxis type="number" domain={[0, METER_TOP]} allowDataOverflow hide />
      {series.map(({ key, line }) => (
        <Line
          key={key}
          dataKey={key}
          className={`meter-line meter-line-${line.window}`}
          type="linear"
          connectNulls
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}
