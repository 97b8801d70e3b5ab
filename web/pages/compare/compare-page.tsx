import { Columns2 } from 'lucide-react'
import { useMemo } from 'react'
import { compareDays } from '../../../shared/analyse/days.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { daysWithEvidence } from '../../data/days-with-evidence.ts'
import { isEmpty } from '../../data/findings.ts'
import { useEverything, type Everything } from '../../data/use-everything.ts'
import { useText } from '../../locales/use-text.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FirstRun } from '../../parts/first-run.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { TriedZone } from '../../parts/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone-chip.tsx'
import { usePlace } from '../../state/use-place.ts'
import { ALIGNMENTS, AlignmentChoice } from './alignment-choice.tsx'
import { CumulativeChart } from './cumulative-chart.tsx'
import { hoursOf } from './cumulative.ts'
import { DayPair } from './day-pair.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { HourTable } from './hour-table.tsx'

/** Two days side by side, lined up by the clock. */
export function ComparePage() {
  const t = useText()
  const findings = useEverything()
  return (
    <>
      <PageHead title={t('nav.compare')} lead={t('compare.lead')} actions={<ZoneChip />} />
      <TriedZone />
      {findings === null ? (
        <Skeleton label={t('loading')} />
      ) : isEmpty(findings) ? (
        <FirstRun />
      ) : (
        <Comparison findings={findings} />
      )}
    </>
  )
}

function Comparison({ findings }: { readonly findings: Everything }) {
  const t = useText()
  const { evidence, report } = findings
  const { days: asked, part } = usePlace()
  const alignment = ALIGNMENTS.find((each) => each === part) ?? 'clock'
  const unknown = report.zone === UNKNOWN_ZONE
  const known = useMemo(() => daysWithEvidence(findings, unknown ? 'wall' : 'utc'), [findings, unknown])
  const pair = pairOf(asked, known)
  const [first, second] = pair ?? []
  const comparison = useMemo(
    () =>
      first && second
        ? compareDays(evidence, report, [first, second], {
            zone: report.zone,
            rules: DEFAULT_RULES,
            alignment,
          })
        : null,
    [evidence, report, first, second, alignment],
  )
  if (!pair || !comparison)
    return (
      <EmptyState icon={<Columns2 />} title={t('compare.noDaysTitle')}>
        <p>{t('compare.noDaysText')}</p>
      </EmptyState>
    )
  const hourName = (hour: number) =>
    alignment === 'clock' ? `${String(hour).padStart(2, '0')}:00` : t('compare.hourPlus', { hour })
  return (
    <>
      <DayPair pair={pair} known={known}>
        <AlignmentChoice alignment={alignment} />
      </DayPair>
      {unknown ? (
        <Notice kind="warn" title={t('timeline.wallTitle')}>
          <p>{t('compare.wallText')}</p>
        </Notice>
      ) : null}
      {hoursOf(comparison.days) > 0 ? (
        <CumulativeChart days={comparison.days} hourName={hourName} />
      ) : (
        <Notice kind="info" title={t('compare.notAlignedTitle')}>
          <p>{t(`compare.notAligned.${alignment}`)}</p>
        </Notice>
      )}
      <DifferenceTable comparison={comparison} />
      {hoursOf(comparison.days) > 0 ? <HourTable days={comparison.days} hourName={hourName} /> : null}
    </>
  )
}

type Pair = readonly [Day, Day]

/** The days that the address asks for; else the last two that have something, or the only one and the day before. */
function pairOf(asked: readonly Day[], known: readonly Day[]): Pair | null {
  const [a, b] = asked
  const last = known.at(-1)
  if (a) return [a, b ?? last ?? a]
  if (!last) return null
  return [known.at(-2) ?? addDays(last, -1), last]
}
