import { strFromU8, unzipSync } from 'fflate'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { writeOpenMetrics } from '../../shared/export/openmetrics.ts'
import { writeOtlp } from '../../shared/export/otlp/write-otlp.ts'
import { FORMATS, SHARED_FORMATS } from '../../web/data/questions/hand-on-formats.ts'
import { handOnQuestion, type HandOnAsk } from '../../web/data/questions/hand-on-question.ts'
import { at } from '../time/given.ts'

export const SENDER = { version: '0.2.0', instance: '5f0b8d4e-0000-4000-8000-000000000001', account: 'me' }

/** Every file that can be handed on, as text; masked, those that are to be shared: a backup is for oneself, and complete. */
export async function filesOf(
  evidence: Evidence,
  masked = true,
  ...claims: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const analysis = analyse(evidence, {
    now: at('2026-12-01T00:00:00Z'),
    zone: 'unknown',
    rules: DEFAULT_RULES,
    claims,
  })
  const known = { account: 'unassigned', ...analysis, since: null, kept: {}, sights: [] }
  const files: Record<string, string> = {
    openmetrics: writeOpenMetrics(analysis.report, evidence, 'me'),
    otlp: [...writeOtlp(analysis.report, evidence, SENDER, !masked)].join(''),
  }
  for (const format of masked ? SHARED_FORMATS : FORMATS) {
    const ask: HandOnAsk = { format, masked, language: 'en', theme: 'light', incident: null }
    const { content, head, blocks, pictures } = handOnQuestion.answer(known, ask)
    files[`${format} preview`] = JSON.stringify([head, blocks, pictures])
    if (!content) continue
    const bytes = new Uint8Array(await content.arrayBuffer())
    if (format !== 'package') files[format] = strFromU8(bytes)
    else
      for (const [name, inside] of Object.entries(unzipSync(bytes)))
        files[`package/${name}`] = strFromU8(inside)
  }
  return files
}
