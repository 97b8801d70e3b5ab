import type { Report } from '../../analyse/report.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { Language } from '../../time/format.ts'
import { wordingFor } from '../../wording/wording.ts'
import type { Masking } from '../bundle/write-bundle.ts'
import { maskEvidence } from '../mask-evidence.ts'
import { maskKeyOf } from '../mask-key.ts'
import { maskReport } from '../mask-report.ts'
import { buildDocument } from './build-document.ts'
import type { Block } from './document.ts'

export interface DocumentOptions {
  readonly language: Language
  /** Masked under a key made from the evidence where nothing is said. */
  readonly masking?: Masking
  /** A label of the account that may be shown. */
  readonly account?: string | null
}

/** The document that is handed on: of the masked evidence, unless somebody chose otherwise. */
export function maskedDocument(
  report: Report,
  evidence: Evidence,
  { language, account = null, masking = { key: maskKeyOf(evidence) } }: DocumentOptions,
): readonly Block[] {
  const wording = wordingFor(language)
  if (masking === 'none' || masking === 'done')
    return buildDocument(report, evidence, wording, { masked: masking === 'done', account })
  const masked = maskEvidence(evidence, masking.key)
  return buildDocument(maskReport(report, masked), masked.evidence, wording, { masked: true, account })
}
