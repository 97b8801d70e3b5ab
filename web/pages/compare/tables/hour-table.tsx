import type { SlotTally, StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { useText, type Text } from '../../../locales/use-text.ts'
import { hoursOf, isUnknown } from '../charts/cumulative.ts'
import { keyOf } from '../calendar/selection.ts'
import type { StretchText } from '../use-stretch-text.ts'
import './hour-table.css'

interface HourTableProps {
  readonly days: readonly StretchTally[]
  readonly hourName: (hour: number) => string
  readonly text: StretchText
}

/** The hours of the days in figures: the twin of the chart. */
export function HourTable({ days, hourName, text }: HourTableProps) {
  const t = useText()
  const hours = Array.from({ length: hoursOf(days) }, (_, hour) => hour)
  return (
    <details className="hour-table">
      <summary>{t('compare.hours')}</summary>
      <div className="table-scroll">
        <table className="plain-table">
          <caption>{t('compare.hoursCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.hour')}</th>
              {days.map((day) => (
                <th scope="col" className="number" key={keyOf(day.stretch)}>
                  {text.short(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <tr key={hour}>
                <th scope="row" className="mono">
                  {hourName(hour)}
                </th>
                {days.map(({ stretch, slots }) => (
                  <td className="number" key={keyOf(stretch)}>
                    {tallyText(
                      slots.find(({ slot }) => slot === hour),
                      t,
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** A clock that was put forward has no such hour; one that nobody looked at is unknown, not zero. */
function tallyText(tally: SlotTally | undefined, t: Text): string {
  if (!tally) return t('compare.noHour')
  return isUnknown(tally) ? t('compare.unknown') : String(tally.requests)
}
