import { useCallback, useMemo } from 'react'
import { SECOND } from '../../../../shared/time/duration.ts'
import { span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { CanvasEvents } from '../lane/canvas-events.tsx'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { Lane } from '../lane/lane.tsx'
import type { TimelineLane } from '../lane/timeline-lane.ts'
import type { Brush } from '../paint/brush.ts'
import { LaneCanvas } from '../paint/lane-canvas.tsx'
import { paintBars, paintUnobserved } from '../paint/paint-bars.ts'
import { paintRows, stackRows } from '../paint/paint-rows.ts'
import { useTimeline } from '../timeline-context.ts'
import {
  OUTCOMES,
  outcomeParts,
  requestEvent,
  requestEvents,
  requestsIn,
  rowEvent,
} from './request-events.ts'
import './request-lane.css'

/** Requests by outcome: bars that become single lines where one is near enough to tell rows apart. */
export const requestLane: TimelineLane = {
  name: 'requests',
  events: requestEvents,
  parts: ({ totals }, _shown, { t }) => [
    t('timeline.requestCount', { count: requestsIn(totals) }),
    ...outcomeParts(totals, t),
  ],
  Draw: RequestLane,
  Legend: RequestLegend,
}

function RequestLane() {
  const { lanes, stage, words } = useTimeline()
  const { rows, requests, unobserved } = lanes
  const { t, wording } = words
  const stacked = useMemo(() => (rows ? stackRows(rows) : null), [rows])
  const highest = Math.max(...requests.map(requestsIn), 1)
  const paint = useCallback(
    (brush: Brush) => {
      paintUnobserved(brush, unobserved)
      if (stacked) paintRows(brush, stacked)
      else paintBars(brush, requests, highest)
    },
    [unobserved, stacked, requests, highest],
  )
  const spans = useMemo(
    () => (rows ? rows.map(({ at }) => span(at, at + SECOND)) : requests.map((bucket) => bucket.span)),
    [rows, requests],
  )
  const eventOf = useCallback(
    (index: number) => {
      const row = rows?.[index]
      const bucket = requests[index]
      if (row) return rowEvent(row, words)
      if (!bucket) throw new RangeError(`no request ${index}`)
      return requestEvent(bucket, words)
    },
    [rows, requests, words],
  )
  const note =
    spans.length === 0
      ? null
      : rows
        ? t('timeline.eachLine')
        : t('timeline.highest', { count: highest, step: wording.duration(lanes.step) })
  return (
    <Lane of={requestLane} note={note}>
      <LaneCanvas stage={stage} paint={paint} />
      {spans.length === 0 ? <EmptyLane text={t('timeline.noRequests')} /> : null}
      <CanvasEvents lane="requests" spans={spans} eventOf={eventOf} />
    </Lane>
  )
}

function RequestLegend() {
  const t = useText()
  return OUTCOMES.map((outcome) => (
    <li key={outcome}>
      <i className={`swatch bar-${outcome}`} />
      {t(`outcome.${outcome}`)}
    </li>
  ))
}
