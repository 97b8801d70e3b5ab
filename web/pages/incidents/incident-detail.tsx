import type { Incident } from '../../../shared/analyse/report.ts'
import { ClaimsCard } from './claims-card.tsx'
import { DecideCard } from './decide-card.tsx'
import { HeadlineCard } from './headline-card.tsx'
import { MarksCard } from './marks-card.tsx'
import { NotesCard } from './notes-card.tsx'
import { OffsetTable } from './offset-table.tsx'
import { Premises } from './premises.tsx'
import { TagRow } from './tag-row.tsx'
import type { Notes } from './use-notes.ts'
import { VerdictTable } from './verdict-table.tsx'
import './incident-detail.css'

interface IncidentDetailProps {
  readonly incident: Incident
  readonly notes: Notes
}

/** One blocked window: the answer first, then what it rests on, every cause with its facts, and what the user adds. */
export function IncidentDetail({ incident, notes }: IncidentDetailProps) {
  const attached = notes.on(incident.id)
  return (
    <article className="incident-detail">
      <HeadlineCard incident={incident}>
        <TagRow incident={incident} attached={attached} known={notes.tags} />
      </HeadlineCard>
      <Premises verdicts={incident.verdicts} />
      <OffsetTable verdicts={incident.verdicts} />
      <VerdictTable verdicts={incident.verdicts} />
      <DecideCard missing={incident.missing} />
      <ClaimsCard incident={incident} attached={attached} />
      <div className="incident-user">
        <NotesCard incident={incident} attached={attached} />
        <MarksCard incident={incident} marks={notes.marks} />
      </div>
    </article>
  )
}
