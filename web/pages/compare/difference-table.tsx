import { TriangleAlert } from 'lucide-react'
import type { Comparison } from '../../../shared/analyse/days.ts'
import type { Difference } from '../../../shared/analyse/differences.ts'
import type { StretchTally } from '../../../shared/analyse/stretch.ts'
import { useLanguage, useText, type Text } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Card } from '../../parts/card.tsx'
import { shortDayText } from '../../parts/day-text.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import '../../parts/plain-table.css'

const METRICS = ['requests', 'failures', 'blockedMs'] as const satisfies readonly Difference['metric'][]
type Metric = (typeof METRICS)[number]

/** What differs, and whether enough was observed to say so. */
export function DifferenceTable({ comparison }: { readonly comparison: Comparison }) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const { days, differences } = comparison
  const unsure = differences.some(({ sure }) => !sure)
  return (
    <Card title={t('compare.differences')} note={unsure ? t('compare.unsureNote') : undefined} flush>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.measure')}</th>
              {days.map(({ day }, index) => (
                <th scope="col" className="number" key={`${day} ${index}`}>
                  {shortDayText(day, language)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('compare.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {METRICS.map((metric) => {
              const difference = differences.find((each) => each.metric === metric)
              return (
                <tr key={metric}>
                  <th scope="row">{t(`compare.metric.${metric}`)}</th>
                  {days.map((day, index) => (
                    <td className="number" key={`${day.day} ${index}`}>
                      {amountText(day, metric, t, wording)}
                    </td>
                  ))}
                  <td className="number">
                    {difference && days.every((day) => isKnown(day, metric)) ? (
                      <Change difference={difference} />
                    ) : (
                      t('compare.cannotSay')
                    )}
                  </td>
                </tr>
              )
            })}
            <tr>
              <th scope="row">{t('compare.observed')}</th>
              {days.map((day, index) => (
                <td className="number" key={`${day.day} ${index}`}>
                  {wording.percent(day.observedShare * 100)}
                </td>
              ))}
              <td className="number">–</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Change({ difference: { change, metric, sure } }: { readonly difference: Difference }) {
  const t = useText()
  const wording = useWording()
  return (
    <>
      {changeText(change, metric, wording)}
      {sure ? null : (
        <div className="unsure">
          <TriangleAlert aria-hidden="true" />
          {t('compare.unsure')}
        </div>
      )}
    </>
  )
}

/** A count of a day that nobody looked at is unknown, not zero. */
const isKnown = (day: StretchTally, metric: Metric): boolean => day[metric] > 0 || day.observedMs > 0

function amountText(day: StretchTally, metric: Metric, t: Text, wording: Wording): string {
  if (!isKnown(day, metric)) return t('compare.unknown')
  return metric === 'blockedMs' ? wording.duration(day.blockedMs) : String(day[metric])
}

function changeText(change: number, metric: Difference['metric'], wording: Wording): string {
  const size = metric === 'blockedMs' ? wording.duration(Math.abs(change)) : String(Math.abs(change))
  if (change === 0) return size
  return `${change > 0 ? '+' : '−'}${size}`
}
