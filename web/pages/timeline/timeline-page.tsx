import { isEmpty } from '../../data/findings.ts'
import { useEverything } from '../../data/use-everything.ts'
import { useText } from '../../locales/use-text.ts'
import { FirstRun } from '../../parts/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { TriedZone } from '../../parts/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone-chip.tsx'
import { DayView } from './day-view.tsx'

/** One day on one time axis. */
export function TimelinePage() {
  const t = useText()
  const findings = useEverything()
  return (
    <>
      <PageHead title={t('nav.timeline')} lead={t('timeline.lead')} actions={<ZoneChip />} />
      <TriedZone />
      {findings === null ? (
        <Skeleton label={t('loading')} rows={4} />
      ) : isEmpty(findings) ? (
        <FirstRun />
      ) : (
        <DayView findings={findings} />
      )}
    </>
  )
}
