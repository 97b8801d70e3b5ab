import type { Report } from '../../analyse/report.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Language } from '../../time/format.ts'
import { UNKNOWN_ZONE } from '../../time/zone.ts'
import { wordingFor, type Wording } from '../../wording/wording.ts'
import type { Masking } from '../bundle/write-bundle.ts'
import { maskEvidence } from '../mask-evidence.ts'
import { maskKeyOf } from '../mask-key.ts'
import { maskReport } from '../mask-report.ts'
import { citedEvidence, type CitedEvidence } from './cited-evidence.ts'
import { evidenceSection } from './evidence-section.ts'
import { citations, factLine, incidentSection, offsetTable, verdictMeanings } from './incident-section.ts'
import { codeText, plainText, table } from './markdown-text.ts'

export interface MarkdownOptions {
  readonly language: Language
  /** Masked under a key made from the evidence where nothing is said. */
  readonly masking?: Masking
  /** A label of the account that may be shown. */
  readonly account?: string | null
}

/**
 * The Report with the evidence that it rests on, as Markdown for a support mail, a forum or an issue. Everything that
 * came from outside is escaped; facts cite the evidence by number.
 */
export function writeMarkdown(report: Report, evidence: Evidence, options: MarkdownOptions): string {
  const { language, account = null, masking = { key: maskKeyOf(evidence) } } = options
  if (masking === 'none' || masking === 'done')
    return documentOf(report, evidence, wordingFor(language), { masked: masking === 'done', account })
  const masked = maskEvidence(evidence, masking.key)
  return documentOf(maskReport(report, masked), masked.evidence, wordingFor(language), {
    masked: true,
    account,
  })
}

interface Heading {
  readonly masked: boolean
  readonly account: string | null
}

function documentOf(report: Report, evidence: Evidence, wording: Wording, heading: Heading): string {
  const cited = citedEvidence(report, evidence)
  const { label } = wording
  const blocks = [
    `# ${label('title')}${heading.account === null ? '' : ` (${plainText(heading.account)})`}`,
    introduction(report, wording, heading.masked),
    ...(report.incidents.length === 0 ? [label('noIncidents')] : []),
    ...report.incidents.flatMap((incident, index) =>
      incidentSection(incident, index + 1, report, cited, wording),
    ),
    ...claimsSection(report, cited, wording),
    ...findingsSection(report, cited, wording),
    ...evidenceSection(cited, report, wording),
    ...rejectsSection(report, wording),
    `## ${label('howToRead')}`,
    verdictMeanings(wording),
  ]
  return `${blocks.join('\n\n')}\n`
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

function claimsSection(report: Report, cited: CitedEvidence, wording: Wording): readonly string[] {
  if (report.claims.length === 0) return []
  return [
    `## ${wording.label('claims')}`,
    ...report.claims.flatMap(({ text, verdict, facts, byOffset }) => [
      `### ${wording.label('named', { name: `“${plainText(text)}”`, value: wording.verdict(verdict) })}`,
      facts.map((fact) => factLine(fact, report, cited, wording)).join('\n'),
      ...(byOffset ? [offsetTable(byOffset, wording)] : []),
    ]),
  ]
}

function findingsSection(report: Report, cited: CitedEvidence, wording: Wording): readonly string[] {
  if (report.findings.length === 0) return []
  const lines = report.findings.map(
    (finding) => `- ${plainText(wording.finding(finding, report.zone))}${citations(finding.refs, cited)}`,
  )
  return [`## ${wording.label('findings')}`, lines.join('\n')]
}

/** So many rejects are listed one by one; a broken file can have thousands. */
const REJECTS_SHOWN = 20

function rejectsSection({ rejects }: Report, wording: Wording): readonly string[] {
  if (rejects.length === 0) return []
  const { label } = wording
  const rows = rejects
    .slice(0, REJECTS_SHOWN)
    .map(({ input, line, path, reason }) => [
      codeText(input),
      line === null ? codeText(path ?? '') : label('line', { line: String(line) }),
      plainText(reason),
    ])
  const more = rejects.length - REJECTS_SHOWN
  return [
    `## ${label('rejects')}`,
    table([label('input'), label('place'), label('reason')], rows),
    ...(more > 0 ? [label('more', { count: String(more) })] : []),
  ]
}
