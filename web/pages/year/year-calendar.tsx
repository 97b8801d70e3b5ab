import { useRef, useState, type KeyboardEvent } from 'react'
import type { YearDay } from '../../../shared/analyse/views/year/year-days.ts'
import { startOfMonth, type Day } from '../../../shared/time/day.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Card } from '../../parts/card.tsx'
import { goTo } from '../../state/use-place.ts'
import { dayAfterKey } from '../compare/calendar/calendar-keys.ts'
import { CauseSwatch } from './cause-swatch.tsx'
import { BLOCKERS } from './day-words.ts'
import { MonthGrid } from './month-grid.tsx'
import { MonthTable } from './month-table.tsx'
import './year-calendar.css'

/** Every day of twelve months with the time blocked in it, by cause. One tab stop; the arrows move through all months. */
export function YearCalendar({ days }: { readonly days: readonly YearDay[] }) {
  const t = useText()
  const wording = useWording()
  const months = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<Day | null>(null)
  const passed = days.filter(({ passedMs }) => passedMs > 0)
  const stop = current ?? passed.at(-1)?.day ?? days[0]?.day
  const shown = BLOCKERS.filter((cause) => days.some(({ byCause }) => byCause[cause] > 0))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stop && dayAfterKey(stop, event.key, event.shiftKey)
    if (!next) return
    event.preventDefault()
    const button = months.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)
    if (!button) return
    setCurrent(next)
    button.focus()
  }
  return (
    <Card title={t('year.calendar')} note={t('year.calendarNote')}>
      <ul className="year-legend">
        {shown.map((cause) => (
          <li key={cause}>
            <CauseSwatch cause={cause} /> {wording.cause(cause)}
          </li>
        ))}
        <li>
          <span className="year-unseen-swatch" aria-hidden="true" /> {t('calendar.unseen')}
        </li>
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the grids in it, which lead from one to the next */}
      <div className="year-months" ref={months} onKeyDown={onKeyDown}>
        {monthsOf(days).map((month) => (
          <MonthGrid
            key={month[0]?.day}
            days={month}
            stop={stop ?? null}
            onPick={(day) => {
              setCurrent(day)
              goTo({ view: 'timeline', day, range: null })
            }}
          />
        ))}
      </div>
      <MonthTable months={monthsOf(days)} causes={shown} />
    </Card>
  )
}

function monthsOf(days: readonly YearDay[]): readonly (readonly YearDay[])[] {
  const months = new Map<Day, YearDay[]>()
  for (const each of days) {
    const month = startOfMonth(each.day)
    const known = months.get(month)
    if (known) known.push(each)
    else months.set(month, [each])
  }
  return [...months.values()]
}
