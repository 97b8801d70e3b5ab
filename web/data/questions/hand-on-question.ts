import type { Report } from '../../../shared/analyse/report.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import { plainRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import type { Block } from '../../../shared/export/document/document.ts'
import { maskedDocument } from '../../../shared/export/document/masked-document.ts'
import { incidentPictures } from '../../../shared/export/incident-pictures.ts'
import { maskEvidence, type MaskCounts, type MaskedEvidence } from '../../../shared/export/mask-evidence.ts'
import { maskKeyOf } from '../../../shared/export/mask-key.ts'
import { maskSights } from '../../../shared/export/mask-sights.ts'
import { maskAnalysis } from '../../../shared/export/mask-report.ts'
import type { PictureTheme } from '../../../shared/export/svg/picture-look.ts'
import type { Package } from '../../../shared/export/write-package.ts'
import { dayOf } from '../../../shared/time/day.ts'
import type { Language } from '../../../shared/time/format.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { HAND_ON_FORMATS, type Format, type FormatOptions } from './hand-on-formats.ts'
import { newestFirst } from './incidents/newest-first.ts'
import type { Known, Question } from './question.ts'

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

/** A page of a million rows would take the browser down; the file has them all. In characters. */
const HEAD = 60_000

/** The file that a choice gives. Same findings and choice, same bytes. */
export const handOnQuestion: Question<HandOnAsk, HandOnFile> = {
  name: 'handOn',
  answer: (known, ask) => {
    const { account, report } = known
    const { format, language, incident } = ask
    const { ending, type, look, write } = HAND_ON_FORMATS[format]
    const masking = maskingOf(account, ask)
    const mask = maskOf(known)
    const about = only(report, look === 'picture' ? (incident ?? newestOf(report)) : incident)
    const own = { ...known, evidence: plainOf(known), report: about }
    const shown = masking === 'done' && !isSharedHistory(account) ? maskAnalysis(own, mask) : own
    const sights = shown === own ? known.sights : maskSights(known.sights, mask.rename)
    const written = write(shown, { language, theme: ask.theme, masking, sights })
    const text = typeof written === 'string' ? written : null
    const packed = typeof written === 'string' ? null : written
    const content = packed ? new Uint8Array(packed.zip) : text
    return {
      name: `quotascope-${format}-${dayOf(report.now, UTC)}.${ending}`,
      content: content === null ? null : new Blob([content], { type }),
      head: text?.slice(0, HEAD) ?? null,
      cut: text !== null && text.length > HEAD,
      blocks: look === 'report' ? maskedDocument(shown, { language, masking }) : null,
      pictures: look === 'report' ? incidentPictures(shown, { language, theme: ask.theme }) : [],
      files: packed?.files ?? [],
      counts: mask.counts,
      names: [mask.names.keys, mask.names.devices, mask.names.inputs].flatMap((labels) =>
        [...labels].map(([name, label]) => ({ name, label })),
      ),
    }
  },
}

/** What somebody shared redacted stays so. */
function maskingOf(account: string, { format, masked }: HandOnAsk): FormatOptions['masking'] {
  if (isSharedHistory(account)) return 'done'
  const { masking } = HAND_ON_FORMATS[format]
  if (masking !== 'chosen') return masking
  return masked ? 'done' : 'none'
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
