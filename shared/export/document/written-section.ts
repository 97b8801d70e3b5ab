import type { Analysis } from '../../analyse/analysis.ts'
import { attachAnnotations } from '../../analyse/blocks/attach-annotations.ts'
import { judgeClaims } from '../../analyse/views/claims/judge-claims.ts'
import type { Incident } from '../../analyse/report.ts'
import type { Annotation } from '../../evidence/kinds/annotation.ts'
import type { Wording } from '../../wording/wording.ts'
import type { CitedEvidence } from './cited-evidence.ts'
import { bullets, emphasis, heading, paragraph, plain, strong, type Block, type Runs } from './document.ts'
import { factLine } from './incident-section.ts'

/** What the user wrote on each incident, as blocks of a document; by incident id. */
export type WrittenOn = (incident: Incident) => readonly Block[]

/**
 * Notes, tags and claims of the user's: under a heading that says that they are no evidence. Claims are judged as the
 * console judges them, each with the facts that it rests on.
 */
export function writtenSections(analysis: Analysis, cited: CitedEvidence, wording: Wording): WrittenOn {
  const { report, evidence } = analysis
  const { byIncident } = attachAnnotations(evidence.annotations, report.incidents, report.zone)
  return ({ id }) => {
    const written = (byIncident.get(id) ?? []).map(({ annotation }) => annotation)
    if (written.length === 0) return []
    const texts = textsOf(written, 'claim')
    const claims = judgeClaims(texts, analysis, id)
    const tags = textsOf(written, 'tag')
    const { label } = wording
    const notes: Runs[] = [
      ...(tags.length === 0
        ? []
        : [plain(label('named', { name: label('tags'), value: tags.join(label('comma')) }))]),
      ...textsOf(written, 'note').map((text) => plain(text)),
    ]
    return [
      heading(3, label('written')),
      ...(notes.length === 0 ? [] : [bullets(notes)]),
      ...claims.flatMap(({ text, verdict, facts }) => [
        paragraph(emphasis(`“${text}”`), plain(' '), strong(wording.verdict(verdict))),
        ...(facts.length === 0 ? [] : [bullets(facts.map((fact) => factLine(fact, report, cited, wording)))]),
      ]),
    ]
  }
}

const textsOf = (written: readonly Annotation[], kind: Annotation['kind']): readonly string[] =>
  written.flatMap((each) => (each.kind === kind ? [each.text] : []))
