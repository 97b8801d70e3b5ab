import { readdirSync, readFileSync } from 'node:fs'
import type { ClientCall } from '../../../shared/evidence/kinds/client-call.ts'
import type { ErrorObservation } from '../../../shared/evidence/kinds/error-observation.ts'
import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import type { Reject } from '../../../shared/evidence/kinds/reject.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { parserOfLines, type LineFormat } from '../../../shared/parse/log/line-format.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { readZone, type Zone } from '../../../shared/time/zone.ts'
import { english } from '../english.ts'

const FOLDER = new URL('../../fixtures/logs/', import.meta.url)

/** Names of all logs in test/fixtures/logs. */
export const logFixtures = (): readonly string[] => readdirSync(FOLDER).toSorted()

export const logFixture = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

export function zoneOf(text: string): Zone {
  const zone = readZone(text)
  if (zone === null) throw new Error(`a test names a zone that there is not: ${text}`)
  return zone
}

interface Given {
  readonly zone?: string
  readonly input?: string
}

/** What a format's reader makes of a log. */
export function readLog(
  format: LineFormat,
  text: string,
  { zone = 'unknown', input = 'a.log' }: Given = {},
): Evidence {
  const context = {
    capture: 'capture:0123456789abcdef0123456789abcdef',
    at: null,
    via: 'file',
    input,
    zone: zoneOf(zone),
  } as const
  return { ...NO_EVIDENCE, ...parserOfLines(format)({ text, line: 1 }, context) }
}

/** `16:19:03.412 end 3400 ms success`, and what else is known: `agent`, `sub`, `kimi-k2`, `118 in 3 out`. */
export const sayCalls = (calls: readonly ClientCall[]): readonly string[] =>
  calls.toSorted(byTime).map((call) => {
    const parts = [
      sayWhen(call.when),
      call.timeIs,
      call.durationMs === null ? null : `${call.durationMs} ms`,
      call.outcome,
      call.agent,
      call.subagent === null ? null : call.subagent ? 'sub' : 'not sub',
      call.model,
      call.inputTokens === null ? null : `${call.inputTokens} in`,
      call.outputTokens === null ? null : `${call.outputTokens} out`,
    ]
    return parts.filter((part) => part !== null).join(' ')
  })

/** `2026-06-15T05:32:08.722Z rate_or_concurrency 429 (3 tries)` */
export const sayErrors = (errors: readonly ErrorObservation[]): readonly string[] =>
  errors.toSorted(byTime).map((error) => {
    const tries =
      error.attempts === null ? '' : error.attempts === 1 ? ' (1 try)' : ` (${error.attempts} tries)`
    return `${sayWhen(error.when)} ${error.errorClass} ${error.status ?? 'no status'}${tries}`
  })

/** `3: an entry that is cut off` */
export const sayRejects = (rejects: readonly Reject[]): readonly string[] =>
  rejects.map((reject) => `${reject.line}: ${english(reject)}`)

/** An instant, a span with its length, or the text of a clock without a zone. */
function sayWhen(when: When): string {
  if (when.kind === 'undated') return 'undated'
  if (when.kind === 'local') return `${when.skipped ? 'skipped' : 'local'} ${when.local.text}`
  const length = when.span.to - when.span.from
  const rough = length === 1 ? '' : `+${length} ms`
  return `${writeInstant(when.span.from)}${rough}${when.ambiguous ? ' ambiguous' : ''}`
}

const byTime = (a: { readonly when: When }, b: { readonly when: When }) => timeOf(a.when) - timeOf(b.when)

function timeOf(when: When): number {
  if (when.kind === 'undated') return 0
  return when.kind === 'span' ? when.span.from : when.local.wall
}
