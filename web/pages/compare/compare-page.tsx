import { CalendarPlus, Columns2 } from 'lucide-react'
import { useState } from 'react'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import type { Day } from '../../../shared/time/day.ts'
import { isEmpty, useFindings } from '../../data/findings.ts'
import { calendarQuestion, type CalendarMonth } from '../../data/questions/calendar-question.ts'
import { compareQuestion } from '../../data/questions/compare-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useText } from '../../locales/use-text.ts'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { Notice } from '../../parts/status/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { Skeleton } from '../../parts/status/skeleton.tsx'
import { TriedZone } from '../../parts/zone/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { usePlace } from '../../state/use-place.ts'
import { ComparedDays } from './compared-days.tsx'
import { SelectionCard } from './calendar/selection-card.tsx'
import { ALIGNMENTS, stretchesOf } from './calendar/selection.ts'

/** Days or 5 h windows side by side, and what may be said of the difference. */
export function ComparePage() {
  const t = useText()
  const findings = useFindings()
  const { days, windows } = usePlace()
  const [month, setMonth] = useState<Day | null>(() => days.at(-1) ?? null)
  const calendar = useAnswer(calendarQuestion, findings && !isEmpty(findings) ? { month } : null)
  return (
    <>
      <PageHead title={t('nav.compare')} lead={t('compare.lead')} actions={<ZoneChip />} />
      <TriedZone />
      {findings && isEmpty(findings) ? (
        <FirstRun />
      ) : calendar.state === 'failed' ? (
        <Notice kind="error" live title={t('compare.failed')}>
          <p className="mono">{calendar.error.message}</p>
        </Notice>
      ) : calendar.value ? (
        <Comparison shown={calendar.value} asked={{ days, windows }} onMonth={setMonth} />
      ) : calendar.state === 'loading' ? (
        <ReadingEvidence />
      ) : (
        <EmptyState icon={<Columns2 />} title={t('compare.noDaysTitle')}>
          <p>{t('compare.noDaysText')}</p>
        </EmptyState>
      )}
    </>
  )
}

interface ComparisonProps {
  readonly shown: CalendarMonth
  readonly asked: Parameters<typeof stretchesOf>[0]
  readonly onMonth: (month: Day) => void
}

function Comparison({ shown, asked, onMonth }: ComparisonProps) {
  const t = useText()
  const part = usePlace((place) => place.part)
  const alignment = ALIGNMENTS.find((each) => each === part) ?? 'clock'
  const chosen = stretchesOf(asked)
  // Nothing chosen yet: the newest two days are a beginning.
  const stretches = chosen.length > 0 ? chosen : stretchesOf({ days: shown.newest, windows: [] })
  const compared = useAnswer(compareQuestion, stretches.length > 0 ? { stretches, alignment } : null)
  return (
    <>
      <SelectionCard shown={shown} stretches={stretches} alignment={alignment} onMonth={onMonth} />
      {shown.zone === UNKNOWN_ZONE ? (
        <Notice kind="warn" title={t('timeline.wallTitle')}>
          <p>{t(stretches[0]?.kind === 'window' ? 'compare.windowsInUtc' : 'compare.wallText')}</p>
        </Notice>
      ) : null}
      {compared.state === 'failed' ? (
        <Notice kind="error" live title={t('compare.failed')}>
          <p className="mono">{compared.error.message}</p>
        </Notice>
      ) : compared.value ? (
        <ComparedDays compared={compared.value} busy={compared.state === 'loading'} />
      ) : (
        <Skeleton label={t('loading')} rows={4} />
      )}
      {stretches.length === 1 ? (
        <EmptyState icon={<CalendarPlus />} title={t('compare.oneTitle')}>
          <p>{t('compare.oneText')}</p>
        </EmptyState>
      ) : null}
    </>
  )
}
