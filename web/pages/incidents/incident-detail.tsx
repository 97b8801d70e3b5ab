import type { AttachedAnnotation } from '../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import type { Answer } from '../../../shared/analyse/views/answer.ts'
import type { Mark } from '../../../shared/evidence/kinds/mark.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { ClaimsCard } from './claims/claims-card.tsx'
import { DecideCard } from './verdicts/decide-card.tsx'
import { HeadlineCard } from './headline-card.tsx'
import { MarksCard } from './notes/marks-card.tsx'
import { NotesCard } from './notes/notes-card.tsx'
import { OffsetTable } from './offsets/offset-table.tsx'
import { PartsCard } from './verdicts/parts-card.tsx'
import { TagRow } from './notes/tag-row.tsx'
import { UnlikeUsual } from './unlike-usual.tsx'
import { VerdictTable } from './verdicts/verdict-table.tsx'
import './incident-detail.css'

interface IncidentDetailProps {
  readonly incident: Incident
  readonly answer: Answer
  readonly now: Instant
  /** What the user wrote on it. */
  readonly attached: readonly AttachedAnnotation[]
  /** Tags in use on any incident. */
  readonly tags: readonly string[]
  /** All of the account. */
  readonly marks: readonly Mark[]
}

/**
 * One blocked window: the answer first; folded, every cause with its facts and what else it rests on; then what is missing,
 * and what the user adds.
 */
export function IncidentDetail({ incident, answer, now, attached, tags, marks }: IncidentDetailProps) {
  return (
    <article className="incident-detail">
      <HeadlineCard incident={incident} answer={answer} now={now}>
        <TagRow incident={incident} attached={attached} known={tags} />
      </HeadlineCard>
      <div className="incident-folds">
        <VerdictTable verdicts={incident.verdicts} />
        <PartsCard parts={incident.parts} />
        <OffsetTable verdicts={incident.verdicts} />
        <UnlikeUsual incident={incident} />
        <ClaimsCard incident={incident} attached={attached} />
      </div>
      <DecideCard missing={incident.missing} />
      <div className="incident-user">
        <NotesCard incident={incident} attached={attached} />
        <MarksCard incident={incident} marks={marks} />
      </div>
    </article>
  )
}
