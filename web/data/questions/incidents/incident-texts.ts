import type { AttachedAnnotation } from '../../../../shared/analyse/attach-annotations.ts'
import type { Incident } from '../../../../shared/analyse/report.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import type { IncidentTexts } from './filter-incidents.ts'

/** What a search goes through: the headline, messages that facts quote, and what the user wrote. */
export function incidentTexts(
  incident: Incident,
  attached: readonly AttachedAnnotation[],
  wording: Wording,
  zone: Zone,
): IncidentTexts {
  const quoted = incident.verdicts.flatMap(({ facts }) =>
    facts.flatMap(({ values }) =>
      Object.values(values).flatMap((value) => (value.unit === 'text' ? [value.value] : [])),
    ),
  )
  const written = attached.filter(({ annotation }) => annotation.kind !== 'tag')
  return {
    words: [
      wording.headline(incident, zone),
      wording.grade(incident.block.grade),
      ...quoted,
      ...written.map(({ annotation }) => annotation.text),
    ],
    tags: tagsIn(attached),
  }
}

export const tagsIn = (attached: readonly AttachedAnnotation[]): readonly string[] =>
  attached.flatMap(({ annotation: { kind, text } }) => (kind === 'tag' ? [text] : []))
