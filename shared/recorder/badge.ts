import type { Overview } from '../analyse/views/overview.ts'
import type { Report } from '../analyse/report.ts'
import { shareLevel } from '../analyse/views/share-level.ts'
import { HOUR } from '../time/duration.ts'

/** What the extension's button shows. */
export interface Badge {
  readonly kind: 'paused' | 'blocked' | 'nearly_full' | 'high' | 'calm' | 'none'
  /** At most four characters. */
  readonly text: string
}

/** A full window is marked as one that is nearly full: whether it refuses, the block says. */
const KINDS = { low: 'calm', high: 'high', nearly_full: 'nearly_full', full: 'nearly_full' } as const
/** A block of which nothing has been seen for longer may long be over. */
const STILL = 5 * HOUR

/** A blocked mark, or the share that is used of the tightest running window; nothing where none is known. */
export function badgeOf(report: Report, overview: Overview, paused: boolean): Badge {
  if (paused) return { kind: 'paused', text: 'off' }
  const { now } = report
  const seen = report.coverage.observed.at(-1)?.to ?? null
  const blocked = report.incidents.some(
    ({ block: { open, within, span, grade } }) =>
      open && !within && span !== null && grade !== 'suspected' && seen !== null && now - seen <= STILL,
  )
  if (blocked) return { kind: 'blocked', text: '!' }
  const shares = overview.meters.flatMap(({ usedPercent, reset }) =>
    usedPercent !== null && reset !== null && reset.at > now ? [usedPercent] : [],
  )
  if (shares.length === 0) return { kind: 'none', text: '' }
  const most = Math.max(...shares)
  return { kind: KINDS[shareLevel(most)], text: String(Math.floor(most)) }
}
