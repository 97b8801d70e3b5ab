import type { Analysis } from '../../analyse/analysis.ts'
import type { Language } from '../../time/format.ts'
import { wordingFor } from '../../wording/wording.ts'
import type { Masking } from '../bundle/write-bundle.ts'
import { maskEvidence } from '../mask-evidence.ts'
import { maskKeyOf } from '../mask-key.ts'
import { maskAnalysis } from '../mask-report.ts'
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
  analysis: Analysis,
  { language, account = null, masking = { key: maskKeyOf(analysis.evidence) } }: DocumentOptions,
): readonly Block[] {
  const wording = wordingFor(language)
  if (masking === 'none' || masking === 'done')
    return buildDocument(analysis, wording, { masked: masking === 'done', account })
  const masked = maskAnalysis(analysis, maskEvidence(analysis.evidence, masking.key))
  return buildDocument(masked, wording, { masked: true, account })
}
