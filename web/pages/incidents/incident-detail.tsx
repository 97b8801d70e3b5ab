import type { Incident } from '../../../shared/analyse/report.ts'
import type { Everything } from '../../data/use-everything.ts'
import { HeadlineCard } from './headline-card.tsx'
import { OffsetTable } from './offset-table.tsx'
import { Premises } from './premises.tsx'
import { VerdictTable } from './verdict-table.tsx'
import './incident-detail.css'

interface IncidentDetailProps {
  readonly incident: Incident
  readonly findings: Everything
}

/** One blocked window: the answer first, then what it rests on, then every cause with its facts. */
export function IncidentDetail({ incident, findings }: IncidentDetailProps) {
  return (
    <article className="incident-detail">
      <HeadlineCard incident={incident} findings={findings} />
      <Premises verdicts={incident.verdicts} />
      <OffsetTable verdicts={incident.verdicts} />
      <VerdictTable verdicts={incident.verdicts} />
    </article>
  )
}
