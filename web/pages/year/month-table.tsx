import type { Cause } from '../../../shared/analyse/report.ts'
import type { YearDay } from '../../../shared/analyse/views/year/year-days.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { monthText } from '../../parts/text/day-text.ts'
import { TableScroll } from '../../parts/table-scroll.tsx'

interface MonthTableProps {
  readonly months: readonly (readonly YearDay[])[]
  readonly causes: readonly (Cause | 'unknown')[]
}

/** The calendar in figures, month by month. */
export function MonthTable({ months, causes }: MonthTableProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  return (
    <details className="year-tables">
      <summary>{t('year.asTable')}</summary>
      <TableScroll label={t('year.calendar')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('year.month')}</th>
              <th scope="col">{t('year.blocked')}</th>
              {causes.map((cause) => (
                <th key={cause} scope="col">
                  {wording.cause(cause)}
                </th>
              ))}
              <th scope="col">{t('year.observed')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((days) => {
              const seen = sum(days, ({ observedMs }) => observedMs)
              const text = (ms: number) =>
                ms > 0 ? wording.duration(ms) : seen > 0 ? '0' : t('calendar.unseen')
              const passed = sum(days, ({ passedMs }) => passedMs)
              return days[0] && passed > 0 ? (
                <tr key={days[0].day}>
                  <th scope="row">{monthText(days[0].day, language)}</th>
                  <td>{text(sum(days, ({ blockedMs }) => blockedMs))}</td>
                  {causes.map((cause) => (
                    <td key={cause}>{text(sum(days, ({ byCause }) => byCause[cause]))}</td>
                  ))}
                  <td>{wording.usedShare(Math.min(100, (seen / passed) * 100))}</td>
                </tr>
              ) : null
            })}
          </tbody>
        </table>
      </TableScroll>
    </details>
  )
}

const sum = (days: readonly YearDay[], of: (day: YearDay) => number): number =>
  days.reduce((total, day) => total + of(day), 0)
