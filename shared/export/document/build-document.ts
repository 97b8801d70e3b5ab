import type { Analysis } from '../../analyse/analysis.ts'
import type { Report } from '../../analyse/report.ts'
import { answerOf } from '../../analyse/views/answer.ts'
import { UNKNOWN_ZONE } from '../../time/zone.ts'
import type { Wording } from '../../wording/wording.ts'
import { citedEvidence, type CitedEvidence } from './cited-evidence.ts'
import { code, heading, bullets, paragraph, plain, table, type Block } from './document.ts'
import { evidenceSection } from './evidence-section.ts'
import { writtenSections } from './written-section.ts'
import {
  answerBlocks,
  citations,
  factLine,
  incidentSection,
  offsetBlocks,
  verdictMeanings,
} from './incident-section.ts'

export interface DocumentHeading {
  /** Whether ids and names are masked; said in the introduction. */
  readonly masked: boolean
  /** A label of the account that may be shown. */
  readonly account: string | null
}

/** The Report with the evidence that it rests on: what support asks for, each fact citing the evidence by number. */
export function buildDocument(
  analysis: Analysis,
  wording: Wording,
  { masked, account }: DocumentHeading,
): readonly Block[] {
  const { report } = analysis
  const cited = citedEvidence(analysis)
  const written = writtenSections(analysis, cited, wording)
  const { label } = wording
  return [
    heading(1, `${label('title')}${account === null ? '' : ` (${account})`}`),
    ...answerBlocks(answerOf(analysis), report, wording),
    paragraph(plain(introduction(report, wording, masked))),
    ...report.incidents.flatMap((incident, index) => [
      ...incidentSection(incident, index + 1, report, cited, wording),
      ...written(incident),
    ]),
    ...claimsSection(report, cited, wording),
    ...findingsSection(report, cited, wording),
    ...evidenceSection(cited, report, wording),
    ...rejectsSection(report, wording),
    heading(2, label('howToRead')),
    verdictMeanings(wording),
  ]
}

function introduction({ now, zone, counts }: Report, wording: Wording, masked: boolean): string {
  const { label } = wording
  const amounts = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]))
  return [
    label('made', { now: wording.instant(now, zone), ...amounts }),
    zone === UNKNOWN_ZONE ? label('zoneOfTimesUnknown') : label('zoneOfTimes', { zone }),
    label(masked ? 'masked' : 'unmasked'),
  ].join(wording.language === 'zh' ? '' : ' ')
}

function claimsSection(report: Report, cited: CitedEvidence, wording: Wording): readonly Block[] {
  if (report.claims.length === 0) return []
  return [
    heading(2, wording.label('claims')),
    ...report.claims.flatMap(({ text, verdict, facts, byOffset }) => [
      heading(3, wording.label('named', { name: `“${text}”`, value: wording.verdict(verdict) })),
      bullets(facts.map((fact) => factLine(fact, report, cited, wording))),
      ...(byOffset ? offsetBlocks(byOffset, wording) : []),
    ]),
  ]
}

function findingsSection(report: Report, cited: CitedEvidence, wording: Wording): readonly Block[] {
  if (report.findings.length === 0) return []
  const lines = report.findings.map((finding) => [
    ...plain(wording.finding(finding, report.zone)),
    ...citations(finding.refs, cited),
  ])
  return [heading(2, wording.label('findings')), bullets(lines)]
}

/** So many rejects are listed one by one; a broken file can have thousands. */
const REJECTS_SHOWN = 20

function rejectsSection({ rejects }: Report, wording: Wording): readonly Block[] {
  if (rejects.length === 0) return []
  const { label } = wording
  const rows = rejects
    .slice(0, REJECTS_SHOWN)
    .map(({ input, line, path, reason }) => [
      code(input),
      line === null ? code(path ?? '') : plain(label('line', { line: String(line) })),
      plain(wording.sentence(reason).text),
    ])
  const more = rejects.length - REJECTS_SHOWN
  return [
    heading(2, label('rejects')),
    table([label('input'), label('place'), label('reason')], rows),
    ...(more > 0 ? [paragraph(plain(label('more', { count: String(more) })))] : []),
  ]
}
