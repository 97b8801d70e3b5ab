import type { Analysis } from '../analyse/analysis.ts'
import type { CauseVerdict, Fact, Incident, IncidentPart, Report } from '../analyse/report.ts'
import { answerOf, incidentAnswer } from '../analyse/views/answer.ts'
import { listErrors } from '../analyse/views/error-list.ts'
import { listReadings } from '../analyse/views/reading-list.ts'
import type { InstallationSeen } from '../evidence/installation.ts'
import type { Reject } from '../evidence/kinds/reject.ts'
import type { Language } from '../time/format.ts'
import { writeInstant } from '../time/instant.ts'
import { wordingFor, type Wording } from '../wording/wording.ts'
import { answerJson } from './answer-json.ts'
import { errorJson, localText, readingJson } from './evidence-json.ts'
import { REPORT_SCHEMA, type IncidentJson, type ReportJson } from './report-schema.ts'

export interface ReportJsonOptions {
  readonly language: Language
  /** The label of the account, where it has one that may be shown. */
  readonly account?: string | null
  /** Who saw it, where it is the history of several installations. */
  readonly installations?: readonly InstallationSeen[]
}

/** The Report as JSON text: two spaces, keys in the order of the schema, one line break at the end. */
export const writeReportJson = (analysis: Analysis, options: ReportJsonOptions): string =>
  `${JSON.stringify(reportJson(analysis, options), null, 2)}\n`

/** The Report in the form of report-schema.ts with the evidence it was made of, and sentences in the language. */
export function reportJson(
  analysis: Analysis,
  { language, account, installations = [] }: ReportJsonOptions,
): ReportJson {
  const { report } = analysis
  const wording = wordingFor(language)
  const { now, zone } = report
  const { costs, ...counts } = report.counts
  return {
    schema: REPORT_SCHEMA,
    now: writeInstant(now),
    zone,
    ...(typeof account === 'string' && { account }),
    ...(installations.length > 0 && { installations: installations.map(installationJson) }),
    counts: { ...counts, ...(costs > 0 && { costs }) },
    answer: answerJson(answerOf(analysis), report, wording),
    errors: listErrors(analysis).map(errorJson),
    readings: listReadings(analysis).map(readingJson),
    rejects: report.rejects.map(rejectJson),
    windows: report.windows.map(({ window, span, basis, peakUsedPercent }) => ({
      window,
      from: writeInstant(span.from),
      to: writeInstant(span.to),
      basis,
      peakUsedPercent,
    })),
    resets: report.resets.map(({ window, at, basis, state }) => ({
      window,
      at: writeInstant(at),
      basis,
      state,
    })),
    outlook: report.outlook.map(({ window, usedPercent, readAt, resetAt, atReset, fullAt }) => ({
      window,
      usedPercent,
      readAt: writeInstant(readAt),
      resetAt: writeInstant(resetAt),
      atReset: atReset && { ...atReset },
      fullAt: fullAt && {
        earliest: writeInstant(fullAt.earliest),
        latest: fullAt.latest && writeInstant(fullAt.latest),
      },
    })),
    incidents: report.incidents.map((incident) => incidentJson(incident, report, wording)),
    findings: report.findings.map((finding) => ({
      kind: finding.kind,
      text: wording.finding(finding, zone),
      refs: [...finding.refs],
    })),
    claims: report.claims.map(({ text, verdict, byOffset, facts }) => ({
      text,
      verdict,
      ...(byOffset && { byOffset: { ...byOffset } }),
      facts: facts.map((fact) => factJson(fact, report, wording)),
    })),
  }
}

const installationJson = ({ installation, writtenAt, records }: InstallationSeen) => ({
  id: installation.id,
  name: installation.name,
  retired: installation.retired ?? false,
  writtenAt: writeInstant(writtenAt),
  records,
})

/** Programs read it: in English, whatever the language. */
const rejectJson = ({ input, line, path, reason }: Reject) => ({
  input,
  line,
  path,
  reason: wordingFor('en').sentence(reason).text,
})

function incidentJson(incident: Incident, report: Report, wording: Wording): IncidentJson {
  const { within, open, grade } = incident.block
  return {
    id: incident.id,
    ...edgesJson(incident.block),
    within,
    open,
    grade,
    leading: incident.leading,
    answer: answerJson(incidentAnswer(incident, report), report, wording),
    text: wording.answerLine(incidentAnswer(incident, report), report.now, report.zone),
    verdicts: incident.verdicts.map((verdict) => verdictJson(verdict, report, wording)),
    parts: incident.parts.map((part) => ({
      ...edgesJson(part),
      leading: part.leading,
      verdicts: part.verdicts.map((verdict) => verdictJson(verdict, report, wording)),
    })),
    missing: incident.missing.map((missing) => ({
      kind: missing.kind,
      causes: [...missing.causes],
      decides: missing.decides,
      text: wording.missing(missing, report.zone),
    })),
  }
}

const edgesJson = ({ span, local, open }: Pick<IncidentPart, 'span' | 'local' | 'open'>) => ({
  from: span ? writeInstant(span.from) : null,
  to: span && !open ? writeInstant(span.to) : null,
  ...(local && { fromLocal: localText(local.from) }),
  ...(local && !open && { toLocal: localText(local.to) }),
})

function verdictJson(verdict: CauseVerdict, report: Report, wording: Wording) {
  const { cause, byOffset, offsetsExcluded, facts } = verdict
  return {
    cause,
    verdict: verdict.verdict,
    ...(byOffset && {
      byOffset: { ...byOffset },
      offsetsExcluded: offsetsExcluded.map(({ offset, fact }) => ({
        offset,
        reason: wording.fact(fact, report.zone),
      })),
    }),
    facts: facts.map((fact) => factJson(fact, report, wording)),
  }
}

const SUPPORTS = { for: true, against: false, neutral: null } as const

function factJson(fact: Fact, { zone }: Report, wording: Wording) {
  const { rule, bearing, strong, direct, refs } = fact
  return {
    rule,
    supports: SUPPORTS[bearing],
    strong,
    direct,
    text: wording.fact(fact, zone),
    refs: [...refs],
  }
}
