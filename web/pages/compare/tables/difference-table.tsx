import { TriangleAlert } from 'lucide-react'
import type { Comparison } from '../../../../shared/analyse/views/days.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Card } from '../../../parts/card.tsx'
import { TableScroll } from '../../../parts/table-scroll.tsx'
import { differenceRows, type DifferenceCell } from './difference-rows.ts'
import { keyOf } from '../calendar/selection.ts'
import { SeriesSign } from '../charts/series.tsx'
import type { StretchText } from '../use-stretch-text.ts'
import './difference-table.css'

interface DifferenceTableProps {
  readonly comparison: Comparison
  readonly text: StretchText
}

/** What differs from the first day, and whether enough was observed to say so. */
export function DifferenceTable({ comparison, text }: DifferenceTableProps) {
  const t = useText()
  const wording = useWording()
  const { days, differences } = comparison
  const unsure = days.some(({ observedShare }) => observedShare < 1) || differences.some(({ sure }) => !sure)
  return (
    <Card title={t('compare.differences')} note={t(unsure ? 'compare.unsureNote' : 'compare.sureNote')} flush>
      {/* It scrolls with eight days in it, so it must be reachable from the keyboard. */}
      <TableScroll label={t('compare.tableLabel')}>
        <table className="plain-table difference-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.measure')}</th>
              {days.map((day, index) => (
                <th scope="col" className="number" key={keyOf(day.stretch)}>
                  <SeriesSign index={index} /> {text.short(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differenceRows(comparison, wording, t('calendar.within')).map(({ metric, cells }) => (
              <tr key={metric}>
                <th scope="row">{t(`compare.metric.${metric}`)}</th>
                {cells.map((cell, index) => (
                  // The cells of a row are its days, in their order.
                  // eslint-disable-next-line react/no-array-index-key
                  <td className="number" key={index}>
                    <Amount cell={cell} base={index === 0} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('compare.observed')}</th>
              {days.map((day) => (
                <td className="number" key={keyOf(day.stretch)}>
                  {wording.percent(day.observedShare * 100)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableScroll>
    </Card>
  )
}

function Amount({ cell, base }: { readonly cell: DifferenceCell; readonly base: boolean }) {
  const t = useText()
  return (
    <>
      {cell.amount ?? <span className="muted">{t('compare.unknown')}</span>}
      {base ? null : (
        <div className={cell.sure ? 'change' : 'change unsure'}>
          {cell.change === null ? (
            t('compare.cannotSay')
          ) : cell.sure ? (
            cell.change
          ) : (
            <>
              <TriangleAlert aria-hidden="true" />
              {t('compare.unsureChange', { change: cell.change })}
            </>
          )}
        </div>
      )}
    </>
  )
}
