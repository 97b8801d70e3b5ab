import { useMemo, useRef } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { useText } from '../../../locales/use-text.ts'
import { Card } from '../../../parts/card.tsx'
import { useWidth } from '../../../parts/use-width.ts'
import { cumulativeRows, hoursOf } from './cumulative.ts'
import { keyOf } from '../calendar/selection.ts'
import { DASHES } from './series.tsx'
import type { StretchText } from '../use-stretch-text.ts'
import './cumulative-chart.css'

const HEIGHT = 260
/** As a property, because the chart writes its own grey into the element. */
const TICK = { fill: 'var(--ink-3)' } as const

interface CumulativeChartProps {
  readonly days: readonly StretchTally[]
  readonly hourName: (hour: number) => string
  readonly text: StretchText
}

/** Requests so far in each day, one line over the other. The tables below say the same in figures. */
export function CumulativeChart({ days, hourName, text }: CumulativeChartProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const data = useMemo(
    () =>
      cumulativeRows(days).map(({ hour, totals }) => ({
        hour,
        ...Object.fromEntries(totals.map((total, index) => [`day${index}`, total])),
      })),
    [days],
  )
  const hours = hoursOf(days)
  const summary = days
    .map((day) => t('compare.total', { day: text.long(day), count: day.requests }))
    .join(t('listJoin'))
  return (
    <Card title={t('compare.chart')} note={t('compare.chartNote')}>
      <figure>
        <figcaption className="visually-hidden">{summary}</figcaption>
        <div ref={box} className="cumulative" aria-hidden="true">
          {width === null ? null : (
            <LineChart
              width={width}
              height={HEIGHT}
              data={data}
              margin={{ top: 12, right: 12, bottom: 0, left: -16 }}
              accessibilityLayer={false}
            >
              <CartesianGrid vertical={false} />
              <XAxis
                dataKey="hour"
                type="number"
                domain={[0, hours]}
                ticks={ticksOf(hours, width)}
                tick={TICK}
                tickFormatter={hourName}
              />
              <YAxis tick={TICK} type="number" domain={[0, 'auto']} allowDecimals={false} />
              {days.map(({ stretch }, index) => (
                <Line
                  key={keyOf(stretch)}
                  className={`series-line series-${index}`}
                  dataKey={`day${index}`}
                  type="linear"
                  stroke="var(--series)"
                  strokeWidth={2}
                  strokeDasharray={DASHES[index]}
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                />
              ))}
            </LineChart>
          )}
        </div>
      </figure>
    </Card>
  )
}

const STEPS = [1, 2, 3, 6, 12] as const
const TICK_ROOM = 56

function ticksOf(hours: number, width: number): number[] {
  const step = STEPS.find((each) => (hours / each) * TICK_ROOM <= width) ?? 12
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step)
}
