import type { Analysis } from '../analyse/analysis.ts'
import type { InstallationSeen } from '../evidence/installation.ts'
import { writeCsv } from '../export/csv.ts'
import type { DocumentOptions } from '../export/document/masked-document.ts'
import { writeHtml } from '../export/html/write-html.ts'
import { writeIcs } from '../export/ics.ts'
import { incidentPicture, incidentPictures } from '../export/incident-pictures.ts'
import { writeMarkdown } from '../export/markdown/write-markdown.ts'
import { maskEvidence } from '../export/mask-evidence.ts'
import { maskKeyOf } from '../export/mask-key.ts'
import { maskSights } from '../export/mask-sights.ts'
import { maskAnalysis } from '../export/mask-report.ts'
import { writeOpenMetrics } from '../export/openmetrics.ts'
import { writeReportJson } from '../export/report-json.ts'
import { writeText } from '../export/text/write-text.ts'
import type { Language } from '../time/format.ts'
import { UNASSIGNED } from './installation.ts'
import type { EngineFormat, Format, ReportArguments } from './report-arguments.ts'
import { UsageError } from './world.ts'

interface Request extends Pick<ReportArguments, 'unmasked' | 'account'> {
  readonly format: Exclude<Format, EngineFormat>
  readonly language: Language
  readonly hasColour: boolean
  readonly columns: number
  readonly installations: readonly InstallationSeen[]
}

/**
 * The report in the format that was asked for. Markdown, HTML and CSV are made to be handed on and are masked; text and JSON
 * are for whoever asked, and are not (docs/decisions/0007-masking.md). Throws a UsageError where there is nothing to draw.
 */
export function writeReport(analysis: Analysis, request: Request): string {
  const { format, language, unmasked, account, hasColour, columns, installations } = request
  const options: DocumentOptions = { language, account, ...(unmasked && { masking: 'none' }) }
  const style = { language, theme: 'light' } as const
  switch (format) {
    case 'text':
      return writeText(analysis, { language, hasColour, columns, installations })
    case 'json':
      return writeReportJson(analysis, { language, account, installations })
    case 'md':
      return writeMarkdown(analysis, options)
    case 'html':
      return writeHtml(analysis, { ...options, pictures: incidentPictures(analysis, style) })
    case 'csv':
      return unmasked ? writeCsv(analysis, installations) : writeMaskedCsv(analysis, installations)
    case 'ics':
      return writeIcs(analysis.report, { language })
    case 'svg':
      return newestPicture(analysis, language)
    case 'openmetrics':
      return writeOpenMetrics(analysis.report, analysis.evidence, account ?? UNASSIGNED)
    default:
      return format satisfies never
  }
}

function writeMaskedCsv(analysis: Analysis, installations: readonly InstallationSeen[]): string {
  const { evidence } = analysis
  const masked = maskEvidence(evidence, maskKeyOf(evidence))
  return writeCsv(maskAnalysis(analysis, masked), maskSights(installations, masked.rename))
}

/** The timeline around the newest incident that has a place on one. */
function newestPicture(analysis: Analysis, language: Language): string {
  for (const incident of analysis.report.incidents.toReversed()) {
    const picture = incidentPicture(incident, analysis, { language, theme: 'light' })
    if (picture !== null) return `${picture}\n`
  }
  throw new UsageError('--format svg draws the time around an incident, and none was found')
}
