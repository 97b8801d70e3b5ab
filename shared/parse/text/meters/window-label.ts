import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { quote } from '../../json/leaf.ts'
import { FIVE_HOURS, WEEK, type WindowReading } from '../../usages/window.ts'

const MINUTES_OF: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 24 * 60 }

/**
 * Names that the client's panel and the console print for a window (docs/kimi.md#official-parsers, #quota-cards,
 * #membership-page); compared in lower case.
 */
const NAMES: readonly (readonly [RegExp, WindowReading])[] = [
  [/^(?:weekly (?:limit|usage|quota)|本周用量|7 ?天用量|7[- ]day usage)$/, window('7d', WEEK)],
  [/^(?:rate limit(?: details)?|频限明细|5 ?小时用量|5[- ]hour usage)$/, window('5h', FIVE_HOURS)],
  [/^(?:monthly (?:limit|usage|quota)|本月用量)$/, window('month', null)],
  [/^(?:total usage|总使用量)$/, { ...window('month', null), pool: 'total' }],
]
const OF_LENGTH = /^(\d{1,5}) ?([smhd])(?:ours?|ays?|in(?:ute)?s?)? (?:limit|quota|usage)$/

/** Whether a line has a word that each of these names has: one look, where most lines are words about something else. */
export const mayHoldWindowLabel = (line: string): boolean => /limit|usage|quota|用量|频限/i.test(line)

/** Which window a label names; null when it is no label of a window that has been printed. `Limit #1` says nothing. */
export function readWindowLabel(label: string): WindowReading | null {
  const name = label.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = NAMES.find(([pattern]) => pattern.test(name))?.[1]
  if (named) return named
  const [, count, unit] = OF_LENGTH.exec(name) ?? []
  if (count !== undefined && unit !== undefined)
    return windowOfLength(Number(count) * (MINUTES_OF[unit] ?? 1))
  return /^limit #\d{1,3}$/.test(name) ? otherWindow(label) : null
}

/** A window that only has a name of its own. */
export const otherWindow = (label: string): WindowReading => ({
  ...window('other', null),
  missing: [`window: absent, only named ${quote(label.trim())}`],
})

function windowOfLength(minutes: number): WindowReading {
  return window(minutes === FIVE_HOURS ? '5h' : minutes === WEEK ? '7d' : 'other', minutes)
}

function window(kind: WindowKind, minutes: number | null): WindowReading {
  return { window: kind, pool: null, minutes, missing: [] }
}
