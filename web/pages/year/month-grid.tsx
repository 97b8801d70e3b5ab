// A table in which the arrows move is a grid (ARIA Authoring Practices); that its cells are gridcells follows from it.
/* eslint-disable jsx-a11y/no-noninteractive-element-to-interactive-role */
import type { YearDay } from '../../../shared/analyse/views/year/year-days.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { weekdayOf, type Day } from '../../../shared/time/day.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { dayText, monthText, weekdayTexts } from '../../parts/text/day-text.ts'
import { causeClass } from './cause-swatch.tsx'
import { BLOCKERS, dayWords, isUnseen } from './day-words.ts'

interface MonthGridProps {
  readonly days: readonly YearDay[]
  readonly stop: Day | null
  readonly onPick: (day: Day) => void
}

/** A month of small days; each says in a bar how long it was blocked, and by what. */
export function MonthGrid({ days, stop, onPick }: MonthGridProps) {
  const language = useLanguage()
  const first = days[0]
  if (!first) return null
  const title = monthText(first.day, language)
  const cells = [...Array.from({ length: weekdayOf(first.day) }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday] ?? null),
  )
  return (
    <table role="grid" className="year-month" aria-label={title}>
      <caption aria-hidden="true">{title}</caption>
      <thead className="visually-hidden">
        <tr>
          {weekdayTexts(language).map(({ long }) => (
            <th key={long} scope="col">
              {long}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find((each) => each !== null)?.day ?? index}>
            {week.map((day, weekday) =>
              day ? (
                <DayCell key={day.day} day={day} isStop={day.day === stop} onPick={onPick} />
              ) : (
                <td key={weekday} aria-hidden="true" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A bar is full from here on: a window of five hours. */
const WHOLE_BAR = 5 * HOUR
/** Less than this nobody would see, in percent. */
const LEAST_BAR = 20

interface DayCellProps {
  readonly day: YearDay
  readonly isStop: boolean
  readonly onPick: (day: Day) => void
}

function DayCell({ day, isStop, onPick }: DayCellProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const words = [dayText(day.day, language), ...dayWords(day, t, wording)].join(t('listJoin'))
  const isToCome = day.passedMs === 0
  const state = isToCome ? 'year-to-come' : isUnseen(day) ? 'year-unseen' : ''
  const length = Math.max(LEAST_BAR, Math.min(100, (day.blockedMs / WHOLE_BAR) * 100))
  return (
    <td>
      <button
        type="button"
        className={`year-day ${state}`}
        data-day={day.day}
        tabIndex={isStop ? 0 : -1}
        aria-label={words}
        title={words}
        onClick={() => onPick(day.day)}
      >
        <span className="year-number">{Number(day.day.slice(8))}</span>
        {day.blockedMs > 0 ? (
          <span className="year-bar" style={{ width: `${length}%` }}>
            {BLOCKERS.filter((cause) => day.byCause[cause] > 0).map((cause) => (
              <i key={cause} className={causeClass(cause)} style={{ flexGrow: day.byCause[cause] }} />
            ))}
          </span>
        ) : day.blockedWithin ? (
          <span className="year-within" />
        ) : null}
      </button>
    </td>
  )
}
