import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import { incidentAnswer } from '../../../../shared/analyse/views/answer.ts'
import type { Incident, Report } from '../../../../shared/analyse/report.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'
import type { IncidentTexts } from './filter-incidents.ts'

/** What a search goes through: the answer, messages that facts quote, and what the user wrote. */
export function incidentTexts(
  incident: Incident,
  attached: readonly AttachedAnnotation[],
  wording: Wording,
  report: Report,
): IncidentTexts {
  const quoted = incident.verdicts.flatMap(({ facts }) =>
    facts.flatMap(({ values }) =>
      Object.values(values).flatMap((value) => (value.unit === 'text' ? [value.value] : [])),
    ),
  )
  const written = attached.filter(({ annotation }) => annotation.kind !== 'tag')
  return {
    words: [
      wording.answerLine(incidentAnswer(incident, report), report.now, report.zone),
      wording.grade(incident.block.grade),
      ...quoted,
      ...written.map(({ annotation }) => annotation.text),
    ],
    tags: tagsIn(attached),
  }
}

export const tagsIn = (attached: readonly AttachedAnnotation[]): readonly string[] =>
  attached.flatMap(({ annotation: { kind, text } }) => (kind === 'tag' ? [text] : []))
