import { OctagonPause } from 'lucide-react'
import { isEmpty } from '../../data/findings.ts'
import { useEverything } from '../../data/use-everything.ts'
import { useText } from '../../locales/use-text.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FirstRun } from '../../parts/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlaceLink } from '../../parts/place-link.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { TriedZone } from '../../parts/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone-chip.tsx'
import { usePlace } from '../../state/use-place.ts'
import { FindingList } from './finding-list.tsx'
import { IncidentDetail } from './incident-detail.tsx'
import { IncidentList } from './incident-list.tsx'
import { newestFirst } from './newest-first.ts'
import './incidents-page.css'

/** Every blocked window that the evidence shows, and one of them in full. */
export function IncidentsPage() {
  const t = useText()
  const findings = useEverything()
  const wanted = usePlace((place) => place.incident)
  const head = <PageHead title={t('nav.incidents')} lead={t('incidents.lead')} actions={<ZoneChip />} />
  if (!findings)
    return (
      <>
        {head}
        <Skeleton label={t('loading')} />
      </>
    )
  if (isEmpty(findings))
    return (
      <>
        {head}
        <FirstRun />
      </>
    )
  const incidents = newestFirst(findings.report.incidents)
  const shown = incidents.find(({ id }) => id === wanted) ?? incidents[0]
  return (
    <>
      {head}
      <TriedZone />
      {wanted !== null && shown?.id !== wanted ? <p className="muted">{t('incidents.gone')}</p> : null}
      {shown ? (
        <div className="incidents">
          <IncidentList incidents={incidents} current={shown.id} />
          <IncidentDetail key={shown.id} incident={shown} findings={findings} />
        </div>
      ) : (
        <EmptyState
          icon={<OctagonPause />}
          title={t('incidents.noneTitle')}
          actions={
            <PlaceLink className="button" to={{ view: 'timeline' }}>
              {t('incidents.noneAction')}
            </PlaceLink>
          }
        >
          <p>{t('incidents.noneText')}</p>
        </EmptyState>
      )}
      <FindingList findings={findings.report.findings} />
    </>
  )
}
