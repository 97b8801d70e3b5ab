import type { Analysis } from '../../../shared/analyse/analysis.ts'
import type { Sight } from '../../../shared/evidence/who-saw.ts'
import { writeBundle } from '../../../shared/export/bundle/write-bundle.ts'
import { writeCsv } from '../../../shared/export/csv.ts'
import { writeHtml } from '../../../shared/export/html/write-html.ts'
import { writeIcs } from '../../../shared/export/ics.ts'
import { incidentPicture, incidentPictures } from '../../../shared/export/incident-pictures.ts'
import { writeMarkdown } from '../../../shared/export/markdown/write-markdown.ts'
import type { PictureTheme } from '../../../shared/export/svg/picture-look.ts'
import { writePackage, type Package } from '../../../shared/export/write-package.ts'
import type { Language } from '../../../shared/time/format.ts'

export interface FormatOptions {
  readonly language: Language
  readonly theme: PictureTheme
  /** Whether what is given has been masked. */
  readonly masking: 'none' | 'done'
  /** Who saw what, masked where the rest is; none where the history is of one installation. */
  readonly sights: readonly Sight[]
}

interface FormatTraits {
  readonly ending: string
  readonly type: string
  /** `chosen`: as the user says. A bundle to share is redacted, one to move is complete. */
  readonly masking: FormatOptions['masking'] | 'chosen'
  /** The user may say so: a picture shows nothing that is masked. */
  readonly canMask: boolean
  /** It may be of one incident. */
  readonly hasIncidents: boolean
  /** How it is shown before it is anywhere. */
  readonly look: 'report' | 'picture' | 'text'
  /** Null where there is nothing to draw. */
  readonly write: (analysis: Analysis, options: FormatOptions) => string | Package | null
}

const writeBundleOf: FormatTraits['write'] = ({ report, evidence }, { masking }) =>
  writeBundle(evidence, { writtenAt: report.now, zone: report.zone, masking })

const writePicture: FormatTraits['write'] = (analysis, options) => {
  const [incident] = analysis.report.incidents
  return incident ? incidentPicture(incident, analysis, options) : null
}

const PICTURE = {
  type: 'image/svg+xml;charset=utf-8',
  masking: 'chosen',
  canMask: false,
  hasIncidents: true,
  look: 'picture',
  write: writePicture,
} as const
const BUNDLE = {
  ending: 'json',
  type: 'application/json',
  canMask: false,
  hasIncidents: false,
  look: 'text',
  write: writeBundleOf,
} as const

/** What the console exports. The first is to move or back up, and complete; the others are to be shared. */
export const HAND_ON_FORMATS = {
  backup: { ...BUNDLE, masking: 'none' },
  package: {
    ending: 'zip',
    type: 'application/zip',
    masking: 'chosen',
    canMask: true,
    hasIncidents: true,
    look: 'report',
    write: (analysis, { language, masking }) =>
      writePackage(analysis, { language, masked: masking === 'done' }),
  },
  markdown: {
    ending: 'md',
    type: 'text/markdown;charset=utf-8',
    masking: 'chosen',
    canMask: true,
    hasIncidents: true,
    look: 'text',
    write: writeMarkdown,
  },
  html: {
    ending: 'html',
    type: 'text/html;charset=utf-8',
    masking: 'chosen',
    canMask: true,
    hasIncidents: true,
    look: 'report',
    write: (analysis, { language, masking }) => {
      // Paper is white, and whoever gets the file has a theme of their own.
      const pictures = incidentPictures(analysis, { language, theme: 'light' })
      return writeHtml(analysis, { language, pictures, masking })
    },
  },
  svg: { ...PICTURE, ending: 'svg' },
  /** Drawn from an SVG by the page. */
  png: { ...PICTURE, ending: 'png' },
  bundle: { ...BUNDLE, masking: 'done' },
  csv: {
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    masking: 'chosen',
    canMask: true,
    hasIncidents: false,
    look: 'text',
    write: (analysis, { sights }) => writeCsv(analysis, sights),
  },
  ics: {
    ending: 'ics',
    type: 'text/calendar;charset=utf-8',
    masking: 'chosen',
    canMask: true,
    hasIncidents: true,
    look: 'text',
    write: ({ report }, { language }) => writeIcs(report, { language }),
  },
} as const satisfies Readonly<Record<string, FormatTraits>>

export type Format = keyof typeof HAND_ON_FORMATS
const isFormat = (name: string): name is Format => name in HAND_ON_FORMATS
export const FORMATS = Object.keys(HAND_ON_FORMATS).filter(isFormat)
export const SHARED_FORMATS = FORMATS.filter((format) => format !== 'backup')
