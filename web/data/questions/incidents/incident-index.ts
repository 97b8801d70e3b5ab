import {
  attachAnnotations,
  type AttachedAnnotations,
} from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident, Report } from '../../../../shared/analyse/report.ts'
import type { Evidence } from '../../../../shared/evidence/evidence.ts'
import type { Language } from '../../../../shared/time/format.ts'
import { wordingFor } from '../../../../shared/wording/wording.ts'
import type { Filter } from '../../../state/place.ts'
import { filterIncidents, type IncidentTexts } from './filter-incidents.ts'
import { incidentTexts } from './incident-texts.ts'
import { newestFirst } from './newest-first.ts'

/** What was worked out of the incidents of a report. */
export interface IncidentIndex {
  readonly report: Report
  readonly newest: readonly Incident[]
  readonly notes: AttachedAnnotations
  readonly tags: readonly string[]
  /** What each incident is searched by, in the language that was asked for last. */
  texts: { readonly language: Language; readonly of: Map<Incident, IncidentTexts> } | null
  found: { readonly key: string; readonly incidents: readonly Incident[] } | null
}

/** The index of a report, made once for it and put where the engine keeps it. */
export function incidentIndex({
  evidence,
  report,
  kept,
}: {
  readonly evidence: Pick<Evidence, 'annotations'>
  readonly report: Report
  readonly kept: { incidents?: IncidentIndex }
}): IncidentIndex {
  if (kept.incidents?.report === report) return kept.incidents
  return (kept.incidents = {
    report,
    newest: newestFirst(report.incidents),
    notes: attachAnnotations(evidence.annotations, report.incidents, report.zone),
    tags: [
      ...new Set(evidence.annotations.flatMap(({ kind, text }) => (kind === 'tag' ? [text] : []))),
    ].toSorted(),
    texts: null,
    found: null,
  })
}

/** The incidents that pass a filter, newest first; sentences are searched, and they are of one language. */
export function foundIncidents(
  report: Report,
  index: IncidentIndex,
  { filter, language }: { readonly filter: Filter; readonly language: Language },
): readonly Incident[] {
  const key = JSON.stringify([filter, language])
  if (index.found?.key === key) return index.found.incidents
  const wording = wordingFor(language)
  if (index.texts?.language !== language) index.texts = { language, of: new Map() }
  const { of } = index.texts
  const textsOf = (incident: Incident) => {
    const texts =
      of.get(incident) ??
      incidentTexts(incident, index.notes.byIncident.get(incident.id) ?? [], wording, report)
    of.set(incident, texts)
    return texts
  }
  const incidents = filterIncidents(index.newest, filter, report.zone, textsOf)
  index.found = { key, incidents }
  return incidents
}
