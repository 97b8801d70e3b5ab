import type { Analysis } from '../analyse/analysis.ts'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'
import type { Language } from '../time/format.ts'
import { writeInstant } from '../time/instant.ts'
import { sha256Hex } from './bundle/sha256-hex.ts'
import { writeBundle } from './bundle/write-bundle.ts'
import { writeCsv } from './csv.ts'
import { writeHtml } from './html/write-html.ts'
import { writeIcs } from './ics.ts'
import { incidentPictures } from './incident-pictures.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'

export interface PackageOptions {
  readonly language: Language
  /** Whether what is given has been masked already. An id reads the same in all files, so it is masked once for all. */
  readonly masked: boolean
}

export interface Package {
  readonly zip: Uint8Array
  /** What is in it, with the size before packing. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
}

/** The version of the package: what is in it, and how its manifest reads. */
const PACKAGE_SCHEMA = 'quotascope/package@1'

/**
 * Everything that support asks for (docs/kimi.md#support) as one ZIP: the report to read, the pictures, the history as
 * a table, the calendar, the evidence to bring in again, and a manifest with the SHA-256 of each. Same input, same
 * bytes, whatever the zone of the machine.
 */
export function writePackage(analysis: Analysis, { language, masked }: PackageOptions): Package {
  const { report } = analysis
  const texts = textsOf(analysis, { language, masked })
  const manifest = {
    schema: PACKAGE_SCHEMA,
    writtenAt: writeInstant(report.now),
    zone: report.zone,
    masked,
    files: Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        { bytes: utf8ToBytes(text).length, sha256: sha256Hex(text) },
      ]),
    ),
  }
  const files = { 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`, ...texts }
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8ToBytes(text)]))
  return {
    zip: zipSync(bytes, { mtime: NO_TIME }),
    files: Object.entries(bytes).map(([name, { length }]) => ({ name, bytes: length })),
  }
}

/** A ZIP keeps local times without a zone; this one is the same on every machine, and tells nobody when it was made. */
const NO_TIME = '1980-01-01T00:00:00'

function textsOf(analysis: Analysis, { language, masked }: PackageOptions): Readonly<Record<string, string>> {
  const { report, evidence } = analysis
  const masking = masked ? 'done' : 'none'
  const pictures = incidentPictures(analysis, { language, theme: 'light' })
  return {
    'report.md': writeMarkdown(analysis, { language, masking }),
    'report.html': writeHtml(analysis, { language, masking, pictures }),
    ...Object.fromEntries(pictures.map((svg, index) => [`timeline-${index + 1}.svg`, svg])),
    'history.csv': writeCsv(analysis),
    'calendar.ics': writeIcs(report, { language }),
    'evidence.json': writeBundle(evidence, { writtenAt: report.now, zone: report.zone, masking }),
  }
}
