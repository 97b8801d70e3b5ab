import { useState } from 'react'
import { CAUSES, type Cause } from '../../../shared/analyse/report.ts'
import type { Ledger, LedgerPeriod } from '../../../shared/analyse/views/year/ledger.ts'
import type { CountRange } from '../../../shared/analyse/views/year/hits.ts'
import { addDays } from '../../../shared/time/day.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { mediumDayText, monthText, shortDayText } from '../../parts/text/day-text.ts'
import { TableScroll } from '../../parts/table-scroll.tsx'
import { causeClass } from './cause-swatch.tsx'
import './ledger-card.css'
import { rangeText } from './range-text.ts'

/** So many weeks are shown before all of them are asked for. */
const FEW_WEEKS = 12

/** How often each limit was hit, by month or by week, between two numbers where it is not sure; and where it is heading. */
export function LedgerCard({ ledger }: { readonly ledger: Ledger }) {
  const t = useText()
  const wording = useWording()
  const [by, setBy] = useState<'months' | 'weeks'>('months')
  const [isAll, setAll] = useState(false)
  const periods = ledger[by].filter(({ passedMs }) => passedMs > 0).toReversed()
  const shown = by === 'weeks' && !isAll ? periods.slice(0, FEW_WEEKS) : periods
  const causes = CAUSES.filter((cause) =>
    [...ledger.months, ...ledger.weeks].some(({ hits }) => hits[cause].most > 0),
  )
  const most = Math.max(1, ...shown.flatMap(({ hits }) => causes.map((cause) => hits[cause].most)))
  return (
    <Card
      title={t('year.ledger')}
      note={t('year.ledgerNote')}
      actions={(['months', 'weeks'] as const).map((each) => (
        <Button key={each} aria-pressed={by === each} onClick={() => setBy(each)}>
          {t(`year.by.${each}`)}
        </Button>
      ))}
    >
      <Trends ledger={ledger} causes={causes} />
      <TableScroll label={t('year.ledger')}>
        <table className="plain-table ledger">
          <thead>
            <tr>
              <th scope="col">{t(by === 'months' ? 'year.month' : 'year.week')}</th>
              {causes.map((cause) => (
                <th key={cause} scope="col">
                  {wording.cause(cause)}
                </th>
              ))}
              <th scope="col">{wording.cause('unknown')}</th>
              <th scope="col">{t('year.blocks')}</th>
              <th scope="col">{t('year.observed')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((period) => (
              <PeriodRow key={period.from} {...{ period, causes, most, by }} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {shown.length < periods.length ? (
        <Button onClick={() => setAll(true)}>{t('year.allWeeks', { count: periods.length })}</Button>
      ) : null}
    </Card>
  )
}

interface PeriodRowProps {
  readonly period: LedgerPeriod
  readonly causes: readonly Cause[]
  readonly most: number
  readonly by: 'months' | 'weeks'
}

function PeriodRow({ period, causes, most, by }: PeriodRowProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const { from, until, hits, blocks, unknown, observedMs, passedMs } = period
  const isUnseen = observedMs === 0
  return (
    <tr>
      <th scope="row">
        {by === 'months'
          ? monthText(from, language)
          : `${shortDayText(from, language)} – ${mediumDayText(addDays(until, -1), language)}`}
      </th>
      {causes.map((cause) => (
        <td key={cause}>
          <Count range={hits[cause]} {...{ isUnseen, cause, most }} />
        </td>
      ))}
      {[unknown, blocks].map((range, index) => (
        <td key={index}>{isUnseen && range.most === 0 ? '–' : rangeText(range)}</td>
      ))}
      <td>
        {isUnseen ? t('calendar.unseen') : wording.usedShare(Math.min(100, (observedMs / passedMs) * 100))}
      </td>
    </tr>
  )
}

interface CountProps {
  readonly range: CountRange
  readonly isUnseen: boolean
  readonly cause: Cause
  /** What a whole bar stands for. */
  readonly most: number
}

/** A number or a range, over a bar whose pale end is what is not sure. Nothing that was not looked at is a zero. */
function Count({ range, isUnseen, cause, most }: CountProps) {
  if (isUnseen && range.most === 0) return <>–</>
  return (
    <span className={range.most === 0 ? 'muted' : undefined}>
      {rangeText(range)}
      <span className="ledger-bar" aria-hidden="true">
        <i className={causeClass(cause)} style={{ width: `${(range.least / most) * 100}%` }} />
        <i className="ledger-maybe" style={{ width: `${((range.most - range.least) / most) * 100}%` }} />
      </span>
    </span>
  )
}

function Trends({
  ledger: { trend },
  causes,
}: {
  readonly ledger: Ledger
  readonly causes: readonly Cause[]
}) {
  const t = useText()
  const wording = useWording()
  if (!trend || causes.length === 0)
    return <p className="ledger-trends">{t(trend ? 'year.none' : 'year.noTrend')}</p>
  const open = causes.filter((cause) => trend[cause].word === 'open')
  return (
    <ul className="ledger-trends">
      {causes
        .filter((cause) => !open.includes(cause))
        .map((cause) => (
          <li key={cause}>
            {t('year.trend', {
              cause: wording.cause(cause),
              recent: rangeText(trend[cause].recent),
              before: rangeText(trend[cause].before),
              word: t(`year.word.${trend[cause].word}`),
            })}
          </li>
        ))}
      {open.length > 0 ? (
        <li>{t('year.openTrend', { causes: open.map(wording.cause).join(t('listJoin')) })}</li>
      ) : null}
    </ul>
  )
}
