import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Year } from '../../../shared/analyse/views/year/year.ts'
import { addMonths, type Day } from '../../../shared/time/day.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { isEmpty, useFindings } from '../../data/findings.ts'
import { yearQuestion } from '../../data/questions/year-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { Button } from '../../parts/button.tsx'
import { monthText } from '../../parts/text/day-text.ts'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { Notice } from '../../parts/status/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { TriedZone } from '../../parts/zone/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { LedgerCard } from './ledger-card.tsx'
import { UnlikeCard } from './unlike-card.tsx'
import { WeekMap } from './week-map.tsx'
import { YearCalendar } from './year-calendar.tsx'

/** Twelve months at a glance: how often each limit was hit, on which days and at which hours, and what was different then. */
export function YearPage() {
  const t = useText()
  const findings = useFindings()
  const [end, setEnd] = useState<Day | null>(null)
  const year = useAnswer(yearQuestion, findings && !isEmpty(findings) ? { end } : null)
  return (
    <>
      <PageHead title={t('nav.year')} lead={t('year.lead')} actions={<ZoneChip />} />
      <TriedZone />
      {findings && isEmpty(findings) ? (
        <FirstRun />
      ) : year.state === 'failed' ? (
        <Notice kind="error" live title={t('year.failed')}>
          <p className="mono">{year.error.message}</p>
        </Notice>
      ) : year.value ? (
        <Months year={year.value} isNewest={end === null} onEnd={setEnd} />
      ) : year.state === 'loading' ? (
        <ReadingEvidence />
      ) : (
        <EmptyState icon={<CalendarDays />} title={t('compare.noDaysTitle')}>
          <p>{t('compare.noDaysText')}</p>
        </EmptyState>
      )}
    </>
  )
}

interface MonthsProps {
  readonly year: Year
  readonly isNewest: boolean
  readonly onEnd: (end: Day | null) => void
}

function Months({ year, isNewest, onEnd }: MonthsProps) {
  const t = useText()
  const language = useLanguage()
  const { last, days, zone, ledger } = year
  const first = days[0]?.day ?? last
  return (
    <>
      <div className="year-range">
        <Button
          kind="quiet"
          aria-label={t('year.before')}
          icon={<ChevronLeft aria-hidden="true" />}
          onClick={() => onEnd(addMonths(last, -12))}
        />
        <p aria-live="polite">
          {monthText(first, language)} – {monthText(last, language)}
        </p>
        <Button
          kind="quiet"
          aria-label={t('year.after')}
          icon={<ChevronRight aria-hidden="true" />}
          disabled={isNewest}
          onClick={() => onEnd(null)}
        />
      </div>
      {zone === UNKNOWN_ZONE ? (
        <Notice kind="warn" title={t('timeline.wallTitle')}>
          <p>{t('year.wallText')}</p>
        </Notice>
      ) : null}
      {ledger.elsewhere > 0 ? (
        <Notice kind="info" title={t('year.elsewhere', { count: ledger.elsewhere })}>
          <p>{t('year.elsewhereText')}</p>
        </Notice>
      ) : null}
      <LedgerCard ledger={ledger} />
      <YearCalendar days={days} />
      <WeekMap hours={year.hours} />
      <UnlikeCard unlike={year.unlike} />
    </>
  )
}
