import { ListFilter, OctagonPause } from 'lucide-react'
import type { Annotation } from '../../../shared/evidence/kinds/annotation.ts'
import { useFindings, isEmpty } from '../../data/findings.ts'
import { answerQuestion } from '../../data/questions/answer-question.ts'
import { partsSet } from '../../data/questions/incidents/filter-incidents.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useUserItems } from '../../data/use-user-items.ts'
import { useText } from '../../locales/use-text.ts'
import { AnswerLines } from '../../parts/answer-lines.tsx'
import { errorText } from '../../parts/text/error-text.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { Notice } from '../../parts/status/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlaceLink } from '../../parts/evidence/place-link.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { TriedZone } from '../../parts/zone/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { replacePlace, usePlace } from '../../state/use-place.ts'
import { AdriftNotes } from './adrift-notes.tsx'
import { FindingList } from './verdicts/finding-list.tsx'
import { IncidentDetail } from './incident-detail.tsx'
import { IncidentFilters } from './list/incident-filters.tsx'
import { IncidentList } from './list/incident-list.tsx'
import { useIncidents } from './use-incidents.ts'
import './headline-card.css'
import './incidents-page.css'

/** Every blocked window that the evidence shows, and one of them in full. */
export function IncidentsPage() {
  const t = useText()
  const findings = useFindings()
  return (
    <>
      <PageHead title={t('nav.incidents')} lead={t('incidents.lead')} actions={<ZoneChip />} />
      {!findings ? <ReadingEvidence /> : isEmpty(findings) ? <FirstRun /> : <Incidents />}
    </>
  )
}

function Incidents() {
  const t = useText()
  const filter = usePlace((place) => place.filter)
  const items = useUserItems()
  const { answer, onStretch } = useIncidents()
  if (answer.state === 'failed') return <Notice kind="error" live title={errorText(answer.error, t)} />
  if (answer.value === null) return <ReadingEvidence />
  const { shown, answer: said, now, all, total, tags, gone } = answer.value
  // What was removed goes at once, not only when all has been read again.
  const isKept = ({ id }: Annotation) => items?.annotations.some((each) => each.id === id) ?? true
  const attached = answer.value.attached.filter(({ annotation }) => isKept(annotation))
  return (
    <>
      <TriedZone />
      {gone ? <p className="muted">{t('incidents.gone')}</p> : null}
      {all === 0 ? (
        <NoIncidents />
      ) : (
        <div className="incidents">
          <div className="incident-side">
            {all > 1 || partsSet(filter) > 0 ? (
              <IncidentFilters filter={filter} tags={tags} shown={total} all={all} />
            ) : (
              <p className="incident-count">{t('incidents.count', { count: all })}</p>
            )}
            <IncidentList page={answer.value} current={shown?.id ?? ''} onStretch={onStretch} />
          </div>
          {shown && said ? (
            <IncidentDetail
              key={shown.id}
              incident={shown}
              answer={said}
              now={now}
              attached={attached}
              tags={tags}
              marks={items?.marks ?? []}
            />
          ) : (
            <NoneLeft />
          )}
        </div>
      )}
      <AdriftNotes adrift={answer.value.adrift.filter(isKept)} />
      <FindingList />
    </>
  )
}

function NoIncidents() {
  const t = useText()
  const { value } = useAnswer(answerQuestion, 'newest')
  return (
    <>
      {value && value.answer.state !== 'nothing_read' ? (
        <section className="headline-card" aria-labelledby="headline">
          <AnswerLines id="headline" answer={value.answer} now={value.now} />
        </section>
      ) : null}
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
    </>
  )
}

function NoneLeft() {
  const t = useText()
  return (
    <EmptyState
      icon={<ListFilter />}
      title={t('filter.noneTitle')}
      actions={<Button onClick={() => replacePlace({ filter: {} })}>{t('filter.clear')}</Button>}
    >
      <p>{t('filter.noneText')}</p>
    </EmptyState>
  )
}
