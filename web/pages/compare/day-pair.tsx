import { ArrowLeftRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { readDay, type Day } from '../../../shared/time/day.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { shortDayText } from '../../parts/day-text.ts'
import { goTo } from '../../state/use-place.ts'
import { DaySign } from './day-sign.tsx'
import './day-pair.css'

interface DayPairProps {
  readonly pair: readonly [Day, Day]
  readonly known: readonly Day[]
  /** More to choose, in the same row. */
  readonly children?: ReactNode
}

/** Which two days are compared. */
export function DayPair({ pair: [first, second], known, children }: DayPairProps) {
  const t = useText()
  return (
    <div className="day-pair">
      <DayField
        label={t('compare.first')}
        index={0}
        day={first}
        known={known}
        onChange={(day) => goTo({ days: [day, second] })}
      />
      <Button
        aria-label={t('compare.swap')}
        icon={<ArrowLeftRight aria-hidden="true" />}
        onClick={() => goTo({ days: [second, first] })}
      />
      <DayField
        label={t('compare.second')}
        index={1}
        day={second}
        known={known}
        onChange={(day) => goTo({ days: [first, day] })}
      />
      {children}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly index: 0 | 1
  readonly day: Day
  readonly known: readonly Day[]
  readonly onChange: (day: Day) => void
}

function DayField({ label, index, day, known, onChange }: DayFieldProps) {
  const id = useId()
  const language = useLanguage()
  return (
    <div className="field day-field">
      <label htmlFor={id} className="field-label">
        <DaySign index={index} /> {label}
      </label>
      <input
        id={id}
        type="date"
        className="field-control"
        value={day}
        list={`${id}-days`}
        onChange={(event) => {
          const chosen = readDay(event.currentTarget.value)
          if (chosen) onChange(chosen)
        }}
      />
      <datalist id={`${id}-days`}>
        {known.map((each) => (
          <option key={each} value={each}>
            {shortDayText(each, language)}
          </option>
        ))}
      </datalist>
    </div>
  )
}
