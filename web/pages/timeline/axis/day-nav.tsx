import type { ReactNode } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { addDays, readDay, type Day } from '../../../../shared/time/day.ts'
import { useLanguage, useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { shortDayText } from '../../../parts/text/day-text.ts'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { goTo } from '../../../state/use-place.ts'
import './day-nav.css'

interface DayNavProps {
  readonly day: Day
  /** Days that have something on them. */
  readonly days: readonly Day[]
  /** More to choose, in the same row. */
  readonly children?: ReactNode
}

/** As many days as fit on a line; the calendar has the others. */
const MOST = 10

/** Goes to the day before, the day after, any day, or one of those that have something to show. */
export function DayNav({ day, days, children }: DayNavProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="day-nav">
      <div className="day-step">
        <Button
          aria-label={t('timeline.dayBefore')}
          icon={<ChevronLeft aria-hidden="true" />}
          onClick={() => goTo({ day: addDays(day, -1) })}
        />
        <label>
          <span className="visually-hidden">{t('timeline.day')}</span>
          <input
            type="date"
            className="field-control"
            value={day}
            onChange={(event) => {
              const chosen = readDay(event.currentTarget.value)
              if (chosen) goTo({ day: chosen })
            }}
          />
        </label>
        <Button
          aria-label={t('timeline.dayAfter')}
          icon={<ChevronRight aria-hidden="true" />}
          onClick={() => goTo({ day: addDays(day, 1) })}
        />
      </div>
      {days.length > 0 ? (
        <nav aria-label={t('timeline.daysWithEvidence')}>
          <ul className="day-chips">
            {daysAround(days, day).map((each) => (
              <li key={each}>
                <PlaceLink
                  className="day-chip"
                  to={{ day: each }}
                  aria-current={each === day ? 'date' : undefined}
                >
                  {shortDayText(each, language)}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {children}
    </div>
  )
}

/** The days nearest to the one that is shown, in their order. */
function daysAround(days: readonly Day[], day: Day): readonly Day[] {
  const after = days.findIndex((each) => each >= day)
  const middle = after === -1 ? days.length : after
  const first = Math.max(0, Math.min(middle - MOST / 2, days.length - MOST))
  return days.slice(first, first + MOST)
}
