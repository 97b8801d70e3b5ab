import { ListFilter, OctagonPause } from 'lucide-react'
import { useMemo } from 'react'
import type { Incident } from '../../../shared/analyse/report.ts'
import { useFindings, isEmpty, type Findings } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FirstRun } from '../../parts/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlaceLink } from '../../parts/place-link.tsx'
import { ReadingEvidence } from '../../parts/reading-evidence.tsx'
import { TriedZone } from '../../parts/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone-chip.tsx'
import { settleAt, usePlace } from '../../state/use-place.ts'
import { AdriftNotes } from './adrift-notes.tsx'
import { filterIncidents, partsSet } from './filter-incidents.ts'
import { FindingList } from './finding-list.tsx'
import { IncidentDetail } from './incident-detail.tsx'
import { IncidentFilters } from './incident-filters.tsx'
import { IncidentList } from './incident-list.tsx'
import { incidentTexts, tagsIn } from './incident-texts.ts'
import { newestFirst } from './newest-first.ts'
import { useNotes } from './use-notes.ts'
import { useShownIncident } from './use-shown-incident.ts'
import './incidents-page.css'

/** Every blocked window that the evidence shows, and one of them in full. */
export function IncidentsPage() {
  const t = useText()
  const findings = useFindings()
  return (
    <>
      <PageHead title={t('nav.incidents')} lead={t('incidents.lead')} actions={<ZoneChip />} />
      {!findings ? (
        <ReadingEvidence />
      ) : isEmpty(findings) ? (
        <FirstRun />
      ) : (
        <Incidents report={findings.report} />
      )}
    </>
  )
}

function Incidents({ report }: { readonly report: Findings['report'] }) {
  const t = useText()
  const wording = useWording()
  const filter = usePlace((place) => place.filter)
  const { incidents, zone } = report
  const all = useMemo(() => newestFirst(incidents), [incidents])
  const notes = useNotes(all, zone)
  const listed = useMemo(() => {
    const textsOf = (incident: Incident) => incidentTexts(incident, notes.on(incident.id), wording, zone)
    return filterIncidents(all, filter, zone, textsOf)
  }, [all, filter, zone, notes, wording])
  const { shown, gone } = useShownIncident(all, listed, zone)
  return (
    <>
      <TriedZone />
      {gone ? <p className="muted">{t('incidents.gone')}</p> : null}
      {all.length === 0 ? (
        <NoIncidents />
      ) : (
        <div className="incidents">
          <div className="incident-side">
            {all.length > 1 || partsSet(filter) > 0 ? (
              <IncidentFilters filter={filter} tags={notes.tags} shown={listed.length} all={all.length} />
            ) : (
              <p className="incident-count">{t('incidents.count', { count: all.length })}</p>
            )}
            <IncidentList
              incidents={listed}
              current={shown?.id ?? ''}
              tagsOf={(incident) => tagsIn(notes.on(incident))}
            />
          </div>
          {shown ? <IncidentDetail key={shown.id} incident={shown} notes={notes} /> : <NoneLeft />}
        </div>
      )}
      <AdriftNotes adrift={notes.adrift} />
      <FindingList findings={report.findings} />
    </>
  )
}

function NoIncidents() {
  const t = useText()
  return (
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
  )
}

function NoneLeft() {
  const t = useText()
  return (
    <EmptyState
      icon={<ListFilter />}
      title={t('filter.noneTitle')}
      actions={<Button onClick={() => settleAt({ filter: {} })}>{t('filter.clear')}</Button>}
    >
      <p>{t('filter.noneText')}</p>
    </EmptyState>
  )
}
