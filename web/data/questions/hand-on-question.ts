import type { Analysis } from '../../../shared/analyse/analysis.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import { plainRecord } from '../../../shared/evidence/usage-record.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { writeCsv } from '../../../shared/export/csv.ts'
import type { Block } from '../../../shared/export/document/document.ts'
import { maskedDocument } from '../../../shared/export/document/masked-document.ts'
import { writeHtml } from '../../../shared/export/html/write-html.ts'
import { writeIcs } from '../../../shared/export/ics.ts'
import { incidentPicture, incidentPictures } from '../../../shared/export/incident-pictures.ts'
import { writeMarkdown } from '../../../shared/export/markdown/write-markdown.ts'
import { maskEvidence, type MaskCounts, type MaskedEvidence } from '../../../shared/export/mask-evidence.ts'
import { maskKeyOf } from '../../../shared/export/mask-key.ts'
import { maskAnalysis } from '../../../shared/export/mask-report.ts'
import type { PictureTheme } from '../../../shared/export/svg/picture-look.ts'
import { writePackage, type Package } from '../../../shared/export/write-package.ts'
import { dayOf } from '../../../shared/time/day.ts'
import type { Language } from '../../../shared/time/format.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { newestFirst } from './incidents/newest-first.ts'
import type { Known, Question } from './question.ts'

/** The first is to move or back up, and complete; the others are to be shared. */
export const FORMATS = [
  'backup',
  'package',
  'markdown',
  'html',
  'svg',
  'png',
  'bundle',
  'csv',
  'ics',
] as const
export const SHARED_FORMATS = FORMATS.filter((format) => format !== 'backup')
export type Format = (typeof FORMATS)[number]

export interface HandOnAsk {
  readonly format: Format
  readonly masked: boolean
  readonly language: Language
  readonly theme: PictureTheme
  /** One incident, or null for all; a picture is of one, and then of the newest. */
  readonly incident: string | null
}

/** A name that was replaced, and what stands for it. */
interface MaskedName {
  readonly name: string
  readonly label: string
}

/** A file that a choice gives, and what to show of it before it is anywhere. */
export interface HandOnFile {
  readonly name: string
  /** A PNG is drawn from an SVG by the page: then this is the SVG. Null where the choice gives no file. */
  readonly content: Blob | null
  /** The beginning of a text, for a look at it; null where it is none. */
  readonly head: string | null
  readonly cut: boolean
  /** A report to be shown as it will look. */
  readonly blocks: readonly Block[] | null
  readonly pictures: readonly string[]
  /** What is in a package. */
  readonly files: Package['files']
  readonly counts: MaskCounts
  readonly names: readonly MaskedName[]
}

/** Which choices mean anything for a format. */
export const canMask = (format: Format): boolean => !/^(?:backup|bundle|svg|png)$/.test(format)
export const hasIncidents = (format: Format): boolean => !/^(?:backup|bundle|csv)$/.test(format)
export const isPicture = (format: Format): boolean => format === 'svg' || format === 'png'

const ENDINGS: Readonly<Record<Format, { readonly ending: string; readonly type: string }>> = {
  backup: { ending: 'json', type: 'application/json' },
  package: { ending: 'zip', type: 'application/zip' },
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8' },
  html: { ending: 'html', type: 'text/html;charset=utf-8' },
  svg: { ending: 'svg', type: 'image/svg+xml;charset=utf-8' },
  png: { ending: 'png', type: 'image/svg+xml;charset=utf-8' },
  bundle: { ending: 'json', type: 'application/json' },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  ics: { ending: 'ics', type: 'text/calendar;charset=utf-8' },
}

/** A page of a million rows would take the browser down; the file has them all. In characters. */
const HEAD = 60_000

/** The file that a choice gives. Same findings and choice, same bytes. */
export const handOnQuestion: Question<HandOnAsk, HandOnFile> = {
  name: 'handOn',
  answer: (known, ask) => {
    const { account, report } = known
    const { format, language, incident } = ask
    const masking = maskingOf(account, ask)
    const { ending, type } = ENDINGS[format]
    const mask = maskOf(known)
    const about = only(report, isPicture(format) ? (incident ?? newestOf(report)) : incident)
    const own = { ...known, evidence: plainOf(known), report: about }
    const shown = masking === 'done' && !isSharedHistory(account) ? maskAnalysis(own, mask) : own
    const packed = format === 'package' ? writePackage(shown, { language, masked: masking === 'done' }) : null
    const content = packed ? new Uint8Array(packed.zip) : textOf(shown, masking, ask)
    const text = typeof content === 'string' ? content : null
    const isReport = format === 'html' || format === 'package'
    return {
      name: `quotascope-${format}-${dayOf(report.now, UTC)}.${ending}`,
      content: content === null ? null : new Blob([content], { type }),
      head: text?.slice(0, HEAD) ?? null,
      cut: text !== null && text.length > HEAD,
      blocks: isReport ? maskedDocument(shown, { language, masking }) : null,
      pictures: isReport ? incidentPictures(shown, { language, theme: ask.theme }) : [],
      files: packed?.files ?? [],
      counts: mask.counts,
      names: [mask.names.keys, mask.names.devices, mask.names.inputs].flatMap((labels) =>
        [...labels].map(([name, label]) => ({ name, label })),
      ),
    }
  },
}

type Masking = 'none' | 'done'

/** A bundle to share is redacted, one to move is complete. What somebody shared redacted stays so. */
function maskingOf(account: string, { format, masked }: HandOnAsk): Masking {
  if (isSharedHistory(account) || format === 'bundle') return 'done'
  return masked && format !== 'backup' ? 'done' : 'none'
}

const only = (report: Report, incident: string | null): Report =>
  incident === null ? report : { ...report, incidents: report.incidents.filter(({ id }) => id === incident) }

const newestOf = ({ incidents }: Report): string | null => newestFirst(incidents)[0]?.id ?? null

/** What is written must hold its own fields; rows of the engine are read from columns when looked at. */
const plainOf = ({ evidence, kept }: Known): Evidence =>
  (kept.plain ??= { ...evidence, records: evidence.records.map(plainRecord) })

/** Masking a long history takes seconds. */
const maskOf = (known: Known): MaskedEvidence => {
  const plain = plainOf(known)
  return (known.kept.masked ??= maskEvidence(plain, maskKeyOf(plain)))
}

function textOf(shown: Analysis, masking: Masking, ask: HandOnAsk): string | null {
  const { report, evidence } = shown
  const { format, language, theme } = ask
  switch (format) {
    case 'package':
      return null
    case 'markdown':
      return writeMarkdown(shown, { language, masking })
    case 'html': {
      // Paper is white, and whoever gets the file has a theme of their own.
      const pictures = incidentPictures(shown, { language, theme: 'light' })
      return writeHtml(shown, { language, pictures, masking })
    }
    case 'svg':
    case 'png': {
      const [incident] = report.incidents
      return incident ? incidentPicture(incident, shown, { language, theme }) : null
    }
    case 'backup':
    case 'bundle':
      return writeBundle(evidence, { writtenAt: report.now, zone: report.zone, masking })
    case 'csv':
      return writeCsv(shown)
    case 'ics':
      return writeIcs(report, { language })
    default:
      return format satisfies never
  }
}
