import { useId } from 'react'
import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Card } from '../../../parts/card.tsx'
import { hoursOf } from './cumulative.ts'
import { figuresText } from '../tables/figures-text.ts'
import { panelBars, PANEL, topOf } from './panel.ts'
import { keyOf } from '../calendar/selection.ts'
import { SeriesSign } from './series.tsx'
import type { StretchText } from '../use-stretch-text.ts'
import './small-multiples.css'

interface SmallMultiplesProps {
  readonly days: readonly StretchTally[]
  readonly hourName: (hour: number) => string
  readonly text: StretchText
}

/** One small panel for each day, all to the same scale: requests by the hour, where it was blocked, where nobody looked. */
export function SmallMultiples({ days, hourName, text }: SmallMultiplesProps) {
  const t = useText()
  const wording = useWording()
  const hours = hoursOf(days)
  const top = topOf(days)
  return (
    <Card title={t('compare.panels')} note={t('compare.panelsNote', { count: top })}>
      <ul className="panels">
        {days.map((day, index) => (
          <li key={keyOf(day.stretch)}>
            <p className="panel-name">
              <SeriesSign index={index} /> {text.short(day)}
            </p>
            <Panel day={day} hours={hours} top={top} series={index} />
            <p className="panel-axis-names" aria-hidden="true">
              <span>{hourName(0)}</span>
              <span>{hourName(hours)}</span>
            </p>
            <p className="panel-said">{figuresText(day, t, wording)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface PanelProps {
  readonly day: StretchTally
  readonly hours: number
  /** The most requests of an hour of any panel: all are drawn to the same scale. */
  readonly top: number
  readonly series: number
}

function Panel({ day, hours, top, series }: PanelProps) {
  const dots = useId()
  return (
    <svg
      className={`panel series-${series}`}
      viewBox={`0 0 ${PANEL.width} ${PANEL.height}`}
      aria-hidden="true"
    >
      <defs>
        <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="1.5" cy="1.5" r="0.9" className="panel-dot" />
        </pattern>
      </defs>
      {panelBars(day, hours, top).map(({ slot, x, y, width, height, unseen, blocked }) => (
        <g key={slot}>
          {unseen ? <rect x={x} y={0} width={width} height={PANEL.base} fill={`url(#${dots})`} /> : null}
          <rect className="panel-bar" x={x + 0.5} y={y} width={width - 1} height={height} />
          {blocked > 0 ? (
            <rect className="panel-blocked" x={x} y={0} width={width * blocked} height={5} />
          ) : null}
        </g>
      ))}
      <path className="panel-axis" d={`M0 ${PANEL.base}H${PANEL.width}`} />
    </svg>
  )
}
