import { useCallback, useMemo } from 'react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import { USED_WINDOWS } from '../../../../shared/analyse/views/meter-use.ts'
import type { WindowKind } from '../../../../shared/evidence/kinds/quota-snapshot.ts'
import { spansOverlap, type Span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { CanvasEvents } from '../lane/canvas-events.tsx'
import { EmptyLane } from '../lane/empty-lane.tsx'
import type { LaneWords } from '../lane/lane-words.ts'
import { Lane } from '../lane/lane.tsx'
import type { TimelineLane } from '../lane/timeline-lane.ts'
import { ResetTicks } from '../resets/reset-ticks.tsx'
import { shareOf } from '../share-of.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import { MeterChart } from './meter-chart.tsx'
import { meterEvent, meterEvents, meterRangeEvent, meterRangeEvents } from './meter-events.ts'
import { meterLabels } from './meter-labels.ts'
import { meterMarks, type MeterMark } from './meter-marks.ts'
import { heightOf } from './meter-scale.ts'
import { ReadingMark } from './reading-mark.tsx'
import './meter-lane.css'

/** More readings than this get no mark of their own: the line and the tips show them. */
const MAX_MARKS = 80

/** Meters as lines that are broken where nothing is known, with a mark on every reading. */
export const meterLane: TimelineLane = {
  name: 'meters',
  events: (lanes, words) => [...meterEvents(lanes, words), ...meterRangeEvents(lanes, words)],
  parts: meterParts,
  Draw: MeterLane,
  Legend: MeterLegend,
}

function MeterLane() {
  const { lanes, words } = useTimeline()
  const { t } = words
  const marks = useMemo(() => meterMarks(lanes), [lanes])
  const few = marks.length <= MAX_MARKS
  return (
    <Lane of={meterLane} note={t('timeline.percentUsed')}>
      <ResetTicks />
      <div className="meter-track">
        <MeterScale />
        {lanes.meters.length === 0 ? (
          <EmptyLane text={t(lanes.wall ? 'timeline.noMetersOnWall' : 'timeline.noMeters')} />
        ) : null}
        <MeterChart />
        {few ? <Marks marks={marks} /> : null}
        <ManyReadings marks={few ? NONE : marks} />
      </div>
    </Lane>
  )
}

const NONE: readonly MeterMark[] = []

function Marks({ marks }: { readonly marks: readonly MeterMark[] }) {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { wording } = words
  const pixel = (at: number) => (shareOf(at, lanes.span) / 100) * drawnWidth
  const tabStop = useTabStop(marks.map(({ key }) => key))
  const valueText = ({ line, point, last }: MeterMark) =>
    last === 'line'
      ? `${wording.meter(line)} ${wording.usedShare(point.usedPercent)}`
      : wording.usedShare(point.usedPercent)
  const labels = meterLabels(
    marks
      .filter(({ last, placed }) => last !== null && spansOverlap(placed.span, shown))
      .map((mark) => ({
        key: mark.key,
        text: valueText(mark),
        x: pixel(Math.max(mark.placed.span.from, lanes.span.from)),
        y: heightOf(mark.point.usedPercent),
      })),
    // where what is in sight ends
    pixel(shown.to),
  )
  return (
    <TimeLayer span={lanes.span} className="meter-marks">
      {marks.map((mark) => (
        <ReadingMark
          key={mark.key}
          mark={mark}
          event={meterEvent(mark, words)}
          label={labels.get(mark.key) ?? null}
          {...tabStop(mark.key)}
        />
      ))}
    </TimeLayer>
  )
}

/** Readings without a mark of their own, and stretches of readings: found by their time. */
function ManyReadings({ marks }: { readonly marks: readonly MeterMark[] }) {
  const { lanes, words } = useTimeline()
  const many = useMemo(
    () =>
      [
        ...marks.map((mark) => ({
          span: mark.placed.span,
          event: (said: LaneWords) => meterEvent(mark, said),
        })),
        ...lanes.meters.flatMap((line) =>
          line.ranges.map((range) => ({
            span: range.span,
            event: (said: LaneWords) => meterRangeEvent(line, range, said),
          })),
        ),
      ].toSorted((a, b) => a.span.from - b.span.from),
    [marks, lanes],
  )
  const spans = useMemo(() => many.map(({ span }) => span), [many])
  const eventOf = useCallback(
    (index: number) => {
      const each = many[index]
      if (!each) throw new RangeError(`no reading ${index}`)
      return each.event(words)
    },
    [many, words],
  )
  return many.length > 0 ? <CanvasEvents lane="meters" spans={spans} eventOf={eventOf} /> : null
}

function MeterScale() {
  return [0, 50, 100].map((percent) => (
    <span key={percent} className="meter-scale" style={{ bottom: heightOf(percent) }} aria-hidden="true">
      <span>{percent}</span>
    </span>
  ))
}

function MeterLegend() {
  const t = useText()
  const wording = useWording()
  return USED_WINDOWS.map((window) => (
    <li key={window}>
      <svg className={`swatch-line meter-line meter-line-${window}`} viewBox="0 0 24 4" aria-hidden="true">
        <path d="M0 2h24" />
      </svg>
      {t('timeline.legendMeter', { window: wording.window(window) })}
    </li>
  ))
}

const WINDOWS: readonly WindowKind[] = [...USED_WINDOWS, 'other']

function meterParts({ meters }: Lanes, _shown: Span, { t, wording }: LaneWords): readonly string[] {
  if (meters.length === 0) return [t('timeline.noMeters')]
  return meters
    .toSorted((a, b) => WINDOWS.indexOf(a.window) - WINDOWS.indexOf(b.window))
    .flatMap(({ window, pool, segments, ranges }) => {
      const last = segments.at(-1)?.at(-1)?.usedPercent ?? ranges.at(-1)?.max
      if (last === undefined) return []
      return [t('timeline.meter', { window: wording.meter({ window, pool }), used: wording.usedShare(last) })]
    })
}
