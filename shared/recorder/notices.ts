import type { LatestMeter, Overview } from '../analyse/views/overview.ts'
import type { Incident, Report } from '../analyse/report.ts'
import type { WindowKind } from '../evidence/kinds/quota-snapshot.ts'
import { z } from '../parse/zod.ts'
import { MINUTE } from '../time/duration.ts'
import { formatClock } from '../time/format.ts'
import { instant, type Instant } from '../time/instant.ts'
import type { KnownZone } from '../time/zone.ts'
import { NOTICE_KINDS, type NoticeKind, type Settings } from './settings.ts'

/** What makes an event itself: a block by its beginning, a reset or a window by its kind and end. */
export const notifiedEventSchema = z.object({
  kind: z.enum(NOTICE_KINDS),
  subject: z.string(),
  at: z.number().transform(instant),
})
export type NotifiedEvent = z.infer<typeof notifiedEventSchema>

/** Something to tell, as data; the words are the worker's. */
export interface Notice extends NotifiedEvent {
  /** What the notification leads to; null leads to the console as it is. */
  readonly incident: string | null
  readonly window: WindowKind | null
  readonly usedPercent: number | null
  /** When it happened, or when the window resets. */
  readonly when: Instant
}

export interface NoticeInput {
  readonly report: Report
  readonly overview: Overview
  readonly settings: Settings['notices']
  readonly told: readonly NotifiedEvent[]
  /** Zone of the quiet hours. */
  readonly zone: KnownZone
}

/** News is told while it is new: what was not seen to be so within this time is nobody's news any more. */
const FRESH = 30 * MINUTE
/** Two sightings of one event may differ by so much: another first row of a block, another rounding of a reset. */
const SAME = 10 * MINUTE
/** So many are remembered. */
const MAX_TOLD = 200

/** What to tell now, and all that has been told then. Nothing is told twice, and nothing in the quiet hours. */
export function noticesOf({ report, overview, settings, told, zone }: NoticeInput): {
  readonly notices: readonly Notice[]
  readonly told: readonly NotifiedEvent[]
} {
  const { kinds, quiet } = settings
  if (kinds.length === 0 || isQuiet(report.now, zone, quiet)) return { notices: [], told }
  const events = [
    ...report.incidents.flatMap((incident) => blockNotices(incident, report)),
    ...resetNotices(report),
    ...overview.meters.flatMap((meter) => nearlyNotice(meter, report.now, settings.nearlyPercent)),
  ]
  const notices: Notice[] = []
  for (const event of events) {
    const known = [...told, ...notices].some((each) => isSame(each, event))
    if (kinds.includes(event.kind) && !known) notices.push(event)
  }
  const added = notices.map(({ kind, subject, at }): NotifiedEvent => ({ kind, subject, at }))
  return { notices, told: added.length === 0 ? told : [...told, ...added].slice(-MAX_TOLD) }
}

const isSame = (one: NotifiedEvent, other: NotifiedEvent): boolean =>
  one.kind === other.kind && one.subject === other.subject && Math.abs(one.at - other.at) <= SAME

/** Whether the clock of the zone stands between the two times; from 22:00 to 07:00 is over midnight. */
export function isQuiet(now: Instant, zone: KnownZone, quiet: Settings['notices']['quiet']): boolean {
  if (!quiet) return false
  const clock = formatClock(now, zone).slice(0, 5)
  const { from, to } = quiet
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to
}

/** Silence that may be a block is not called one: only refusals that were seen. */
function blockNotices({ id, block }: Incident, report: Report): Notice[] {
  const { span, grade, open, within } = block
  if (!span || within || grade === 'suspected' || grade === 'marked') return []
  const base = { subject: 'block', at: span.from, incident: id, window: null, usedPercent: null }
  const kind: NoticeKind = open ? 'blocked' : 'back'
  const seen = open ? lastLook(report) : span.to
  return isFresh(seen, report.now) ? [{ ...base, kind, when: open ? span.from : span.to }] : []
}

const lastLook = ({ coverage }: Report): Instant | null => coverage.observed.at(-1)?.to ?? null

const isFresh = (at: Instant | null, now: Instant) => at !== null && now - at <= FRESH && at - now <= FRESH

function resetNotices({ resets, now }: Report): Notice[] {
  return resets.flatMap(({ window, at, state }) =>
    state === 'verified' && isFresh(at, now)
      ? [{ kind: 'reset', subject: window, at, incident: null, window, usedPercent: null, when: at } as const]
      : [],
  )
}

/** A window whose end is not known cannot be told from the next one, so it is not told of. */
function nearlyNotice(meter: LatestMeter, now: Instant, least: number): Notice[] {
  const { window, pool, usedPercent, reset, read } = meter
  if (usedPercent === null || usedPercent < least || !reset || reset.at <= now) return []
  if (!isFresh(read.to, now)) return []
  const subject = pool === null ? window : `${window} ${pool}`
  return [{ kind: 'nearly', subject, at: reset.at, incident: null, window, usedPercent, when: reset.at }]
}
