import type { Compared } from '../../data/questions/compare-question.ts'
import { useText } from '../../locales/use-text.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { CumulativeChart } from './charts/cumulative-chart.tsx'
import { hoursOf } from './charts/cumulative.ts'
import { DifferenceTable } from './tables/difference-table.tsx'
import { HourTable } from './tables/hour-table.tsx'
import { SelectedList } from './calendar/selected-list.tsx'
import { ShareCard } from './charts/share-card.tsx'
import { SmallMultiples } from './charts/small-multiples.tsx'
import { useStretchText } from './use-stretch-text.ts'

interface ComparedDaysProps {
  readonly compared: Compared
  /** Another selection is being counted; what is drawn is the last one. */
  readonly busy: boolean
}

/** The comparison itself: lines over each other, one panel for each, the differences in figures, and ways to pass it on. */
export function ComparedDays({ compared, busy }: ComparedDaysProps) {
  const t = useText()
  const { days, alignment, zone } = compared
  const text = useStretchText(zone)
  const hourName = (hour: number) =>
    alignment === 'clock' ? `${String(hour).padStart(2, '0')}:00` : t('compare.hourPlus', { hour })
  const drawable = hoursOf(days) > 0
  return (
    <div className="compared" aria-busy={busy}>
      <SelectedList days={days} text={text} />
      {drawable ? (
        <>
          <CumulativeChart days={days} hourName={hourName} text={text} />
          <SmallMultiples days={days} hourName={hourName} text={text} />
        </>
      ) : (
        <Notice kind="info" title={t('compare.notAlignedTitle')}>
          <p>{t(`compare.notAligned.${alignment}`)}</p>
        </Notice>
      )}
      <DifferenceTable comparison={compared} text={text} />
      {drawable ? <HourTable days={days} hourName={hourName} text={text} /> : null}
      <ShareCard compared={compared} text={text} hourName={hourName} />
    </div>
  )
}
