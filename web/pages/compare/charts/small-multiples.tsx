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
  const dots = useId()
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
            <svg
              className={`panel series-${index}`}
              viewBox={`0 0 ${PANEL.width} ${PANEL.height}`}
              aria-hidden="true"
            >
              <defs>
                <pattern id={`${dots}-${index}`} width="5" height="5" patternUnits="userSpaceOnUse">
                  <circle cx="1.5" cy="1.5" r="0.9" className="panel-dot" />
                </pattern>
              </defs>
              {panelBars(day, hours, top).map((bar) => (
                <g key={bar.slot}>
                  {bar.unseen ? (
                    <rect
                      x={bar.x}
                      y={0}
                      width={bar.width}
                      height={PANEL.base}
                      fill={`url(#${dots}-${index})`}
                    />
                  ) : null}
                  <rect
                    className="panel-bar"
                    x={bar.x + 0.5}
                    y={bar.y}
                    width={bar.width - 1}
                    height={bar.height}
                  />
                  {bar.blocked > 0 ? (
                    <rect
                      className="panel-blocked"
                      x={bar.x}
                      y={0}
                      width={bar.width * bar.blocked}
                      height={5}
                    />
                  ) : null}
                </g>
              ))}
              <path className="panel-axis" d={`M0 ${PANEL.base}H${PANEL.width}`} />
            </svg>
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
