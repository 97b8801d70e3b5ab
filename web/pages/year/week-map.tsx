import { useRef } from 'react'
import type { WeekHour } from '../../../shared/analyse/views/year/week-hours.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Card } from '../../parts/card.tsx'
import { weekdayTexts } from '../../parts/text/day-text.ts'
import { useWidth } from '../../parts/use-width.ts'
import './week-map.css'

/** So wide are twenty-four columns side by side, in pixels. */
const WIDE = 760

/** In which hours of the week requests were refused: minutes, over the time that was looked at. */
export function WeekMap({ hours }: { readonly hours: readonly WeekHour[] }) {
  const t = useText()
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const isWide = (useWidth(place) ?? 0) >= WIDE
  const days = weekdayTexts(language)
  const clock = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
  const cellOf = (weekday: number, hour: number) => hours[weekday * 24 + hour]
  const [columns, rows] = isWide
    ? [clock, days.map(({ long }) => long)]
    : [days.map(({ short }) => short), clock]
  return (
    <Card title={t('year.hours')} note={t('year.hoursNote')}>
      <div ref={place}>
        <table className="week-map" aria-label={t('year.hours')}>
          <thead>
            <tr>
              <th scope="col">{isWide ? t('year.weekday') : t('compare.hour')}</th>
              {columns.map((name, index) => (
                <th key={index} scope="col" abbr={isWide ? undefined : days[index]?.long}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column, index) => (
                  <HourCell
                    key={column + String(index)}
                    cell={isWide ? cellOf(row, index) : cellOf(index, row)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** Steps of the ground, by the share of the time looked at that was blocked: up to 1, 5, 20 and 100 %. */
const STEPS = [0.01, 0.05, 0.2]

function HourCell({ cell }: { readonly cell: WeekHour | undefined }) {
  const t = useText()
  const wording = useWording()
  if (!cell || (cell.observedMs === 0 && cell.blockedMs === 0))
    return (
      <td className="week-unseen" title={t('calendar.unseen')}>
        <span className="visually-hidden">{t('calendar.unseen')}</span>
      </td>
    )
  const { blockedMs, observedMs } = cell
  const share = blockedMs / Math.max(observedMs, blockedMs)
  const step = blockedMs === 0 ? '' : `week-step-${STEPS.filter((each) => share > each).length}`
  const words = t('year.hourWords', {
    blocked: wording.duration(blockedMs),
    observed: wording.duration(Math.max(observedMs, blockedMs)),
  })
  return (
    <td className={step} title={words}>
      {blockedMs === 0 ? 0 : blockedMs < MINUTE ? '<1' : Math.round(blockedMs / MINUTE)}
    </td>
  )
}
