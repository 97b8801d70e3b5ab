// A table in which the arrows move is a grid (ARIA Authoring Practices); that its cells are gridcells follows from it.
/* eslint-disable jsx-a11y/no-noninteractive-element-to-interactive-role */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { addMonths, startOfMonth, type Day } from '../../../../shared/time/day.ts'
import type { CalendarMonth } from '../../../data/questions/calendar-question.ts'
import { useLanguage, useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { monthText, weekdayTexts } from '../../../parts/text/day-text.ts'
import { CalendarCell } from './calendar-cell.tsx'
import { dayAfterKey } from './calendar-keys.ts'
import './day-calendar.css'

interface DayCalendarProps {
  readonly shown: CalendarMonth
  readonly selected: readonly Day[]
  /** Whether one more may be selected. */
  readonly full: boolean
  readonly multiple: boolean
  readonly onMonth: (month: Day) => void
  readonly onToggle: (day: Day) => void
}

/**
 * A month of days with the time blocked in each. The date grid of the ARIA practices, with one tab stop; written by hand
 * because its cells say more than a date, and its days are of a zone that is not the browser's.
 */
export function DayCalendar({ shown, selected, full, multiple, onMonth, onToggle }: DayCalendarProps) {
  const language = useLanguage()
  const { grid, stop, setCurrent, setMoved, onKeyDown } = useDayKeys(shown, selected, onMonth)
  const turn = (months: number) => {
    setMoved(false)
    onMonth(addMonths(shown.month, months))
  }
  return (
    <div className="calendar">
      <MonthHead month={shown.month} onTurn={turn} />
      <table
        ref={grid}
        role="grid"
        className="calendar-grid"
        aria-label={monthText(shown.month, language)}
        aria-multiselectable={multiple}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setMoved(false)
        }}
      >
        <thead>
          <tr>
            {weekdayTexts(language).map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown).map((week) => (
            <tr key={week[0]?.day}>
              {week.map((glance) => (
                <CalendarCell
                  key={glance.day}
                  glance={glance}
                  place={selected.indexOf(glance.day)}
                  multiple={multiple}
                  outside={startOfMonth(glance.day) !== shown.month}
                  disabled={full && !selected.includes(glance.day)}
                  tabStop={glance.day === stop}
                  onPick={() => {
                    setCurrent(glance.day)
                    onToggle(glance.day)
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The weeks that have a day in the month, each with all its days. */
const weeksOf = ({ month, days }: CalendarMonth) =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)).filter((week) =>
    week.some(({ day }) => startOfMonth(day) === month),
  )

/** Which day is the grid's tab stop, and how keys move it from day to day and into other months. */
function useDayKeys({ month }: CalendarMonth, selected: readonly Day[], onMonth: (month: Day) => void) {
  const grid = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState<Day | null>(null)
  const [moved, setMoved] = useState(false)
  const inMonth = (day: Day) => startOfMonth(day) === month
  const stop = (current && inMonth(current) ? current : null) ?? selected.find(inMonth) ?? month
  useEffect(() => {
    // While another month is on its way, the focus waits where it is.
    if (!moved || (current && startOfMonth(current) !== month)) return
    grid.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus()
  }, [moved, current, stop, month])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey((moved && current) || stop, event.key, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    setMoved(true)
    if (!inMonth(next)) onMonth(startOfMonth(next))
  }
  return { grid, stop, setCurrent, setMoved, onKeyDown }
}

interface MonthHeadProps {
  readonly month: Day
  readonly onTurn: (months: number) => void
}

function MonthHead({ month, onTurn }: MonthHeadProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="calendar-head">
      <Button
        kind="quiet"
        aria-label={t('calendar.before')}
        icon={<ChevronLeft aria-hidden="true" />}
        onClick={() => onTurn(-1)}
      />
      <p className="calendar-month" aria-live="polite">
        {monthText(month, language)}
      </p>
      <Button
        kind="quiet"
        aria-label={t('calendar.after')}
        icon={<ChevronRight aria-hidden="true" />}
        onClick={() => onTurn(1)}
      />
    </div>
  )
}
