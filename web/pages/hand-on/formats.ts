import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { writeRecordsCsv } from '../../../shared/export/csv.ts'
import { writeIcs } from '../../../shared/export/ics.ts'
import { writeMarkdown } from '../../../shared/export/markdown/write-markdown.ts'
import { maskEvidence } from '../../../shared/export/mask-evidence.ts'
import { maskKeyOf } from '../../../shared/export/mask-key.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import { dayOf } from '../../../shared/time/day.ts'
import type { Language } from '../../../shared/time/format.ts'
import { UTC } from '../../../shared/time/zone.ts'
import type { Everything } from '../../data/use-everything.ts'

export const FORMATS = ['markdown', 'bundle', 'csv', 'ics'] as const
export type Format = (typeof FORMATS)[number]

export interface HandOnChoice {
  readonly format: Format
  readonly masked: boolean
  readonly language: Language
  /** One incident, or null for all. */
  readonly incident: string | null
}

const ENDINGS: Readonly<Record<Format, { readonly ending: string; readonly type: string }>> = {
  markdown: { ending: 'md', type: 'text/markdown' },
  bundle: { ending: 'json', type: 'application/json' },
  csv: { ending: 'csv', type: 'text/csv' },
  ics: { ending: 'ics', type: 'text/calendar' },
}

export interface HandOnFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** The file that a choice gives. Same findings and choice, same bytes. */
export function writeFile(findings: Everything, choice: HandOnChoice): HandOnFile {
  const { ending, type } = ENDINGS[choice.format]
  const day = dayOf(findings.report.now, UTC)
  return { name: `quotascope-${choice.format}-${day}.${ending}`, type, text: writeText(findings, choice) }
}

function writeText(
  { evidence, report }: Everything,
  { format, masked, language, incident }: HandOnChoice,
): string {
  const masking = masked ? {} : { masking: 'none' as const }
  switch (format) {
    case 'markdown':
      return writeMarkdown(only(report, incident), evidence, { language, ...masking })
    case 'bundle':
      return writeBundle(evidence, { writtenAt: report.now, zone: report.zone, ...masking })
    case 'csv':
      return writeRecordsCsv(
        masked ? maskEvidence(evidence, maskKeyOf(evidence)).evidence : evidence,
        report.zone,
      )
    case 'ics':
      return writeIcs(only(report, incident), { language })
  }
}

const only = (report: Report, incident: string | null): Report =>
  incident === null ? report : { ...report, incidents: report.incidents.filter(({ id }) => id === incident) }

/** Which choices mean anything for a format: a calendar holds no ids, a table no incidents. */
export const canMask = (format: Format): boolean => format !== 'ics'
export const hasIncidents = (format: Format): boolean => format === 'markdown' || format === 'ics'
