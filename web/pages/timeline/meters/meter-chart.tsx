import { memo, startTransition, useDeferredValue, useEffect, useState } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import { METER_HEIGHT, METER_TOP } from './meter-scale.ts'
import { meterSeries } from './meter-series.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'

/** The lines of the meters. Recharts cannot draw them in a frame, so a gesture moves and stretches what it drew. */
export function MeterChart() {
  // It takes longer to draw than all lanes: they are drawn first.
  const { lanes, drawnWidth } = useDeferredValue(useTimeline())
  const [mounted, setMounted] = useState(false)
  useEffect(() => startTransition(() => setMounted(true)), [])
  return (
    <TimeLayer span={lanes.span} drawnWidth={drawnWidth} className="meter-chart">
      {mounted ? <Lines lanes={lanes} width={drawnWidth} /> : null}
    </TimeLayer>
  )
}

const Lines = memo(function Lines({ lanes, width }: { readonly lanes: Lanes; readonly width: number }) {
  const { series, rows } = meterSeries(lanes.meters)
  if (series.length === 0 || width === 0) return null
  return (
    <ComposedChart
      width={width}
      height={METER_HEIGHT}
      data={[...rows]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="at" type="number" domain={[lanes.span.from, lanes.span.to]} allowDataOverflow hide />
      <YAxis type="number" domain={[0, METER_TOP]} allowDataOverflow hide />
      {series.map(({ key, line, kind }) =>
        kind === 'range' ? (
          <Area
            key={key}
            dataKey={key}
            className={`meter-range meter-range-${line.window}`}
            type="linear"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ) : (
          <Line
            key={key}
            dataKey={key}
            className={`meter-line meter-line-${line.window}`}
            type="linear"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ),
      )}
    </ComposedChart>
  )
})
