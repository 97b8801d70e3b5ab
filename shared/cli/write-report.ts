import type { Report } from '../analyse/report.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { writeRecordsCsv } from '../export/csv.ts'
import { writeIcs } from '../export/ics.ts'
import { writeMarkdown } from '../export/markdown/write-markdown.ts'
import { maskEvidence } from '../export/mask-evidence.ts'
import { maskKeyOf } from '../export/mask-key.ts'
import { writeReportJson } from '../export/report-json.ts'
import type { ReportArguments } from './report-arguments.ts'

type Request = Pick<ReportArguments, 'format' | 'unmasked' | 'account' | 'zone'>

/**
 * The report in the format that was asked for. Markdown and CSV are made to be handed on and are masked; JSON is for the
 * programs of whoever asked, and is not (docs/decisions/0007-masking.md).
 */
export function writeReport(report: Report, evidence: Evidence, request: Request): string {
  const { format, unmasked, account, zone } = request
  switch (format) {
    case 'json':
      return writeReportJson(report, evidence, { language: 'en', account })
    case 'md':
      return writeMarkdown(report, evidence, {
        language: 'en',
        account,
        ...(unmasked && { masking: 'none' }),
      })
    case 'csv':
      return writeRecordsCsv(unmasked ? evidence : maskEvidence(evidence, maskKeyOf(evidence)).evidence, zone)
    case 'ics':
      return writeIcs(report, { language: 'en' })
    default:
      return format satisfies never
  }
}
