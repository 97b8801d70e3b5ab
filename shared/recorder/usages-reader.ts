import { z } from '../parse/zod.ts'
import { HOUR, MINUTE, SECOND } from '../time/duration.ts'
import { readHttpDate } from '../time/http-date.ts'
import { instant, later, type Instant } from '../time/instant.ts'
import { USAGES_HOSTS, type UsagesHost } from './usages-hosts.ts'

export { USAGES_HOSTS, type UsagesHost } from './usages-hosts.ts'

export const usagesAddress = (host: UsagesHost): string => `https://${host}/coding/v1/usages`

/** At most one read in five minutes: nobody at Kimi has said how often one may ask (docs/kimi.md#usages). */
export const SHORTEST_READ = 5 * MINUTE
const LONGEST_READ = HOUR
/** A service that asks for more rest than this gets this much (our choice). */
const LONGEST_REST = 24 * HOUR

const moment = z.number().transform(instant)

export const usagesReaderSchema = z.object({
  host: z.enum(USAGES_HOSTS),
  /** Where readings go that do not say whose they are, as the user chose with the key. */
  account: z.string(),
  since: moment,
  /** `refused`: the service does not know the key; `not_allowed`: the browser's permission was taken back. */
  state: z.enum(['waiting', 'ok', 'refused', 'not_allowed', 'limited', 'unreachable']),
  /** When it was last asked, and when it last answered with a reading. */
  asked: moment.nullable(),
  read: moment.nullable(),
  due: moment.nullable(),
  interval: z.number(),
})
/** The reading of the meters with the user's key: all of it but the key. */
export type UsagesReader = z.infer<typeof usagesReaderSchema>

export const newUsagesReader = (host: UsagesHost, account: string, now: Instant): UsagesReader => ({
  host,
  account,
  since: now,
  state: 'waiting',
  asked: null,
  read: null,
  due: now,
  interval: SHORTEST_READ,
})

/** What came of asking; a status of null is no answer at all. */
export interface UsagesAnswer {
  readonly status: number | null
  /** As the header says it. */
  readonly retryAfter: string | null
}

/** When to ask next. A key that is not known is not tried again; all other trouble is given more and more time. */
export function afterAnswer(
  reader: UsagesReader,
  { status, retryAfter }: UsagesAnswer,
  now: Instant,
): UsagesReader {
  const asked = { ...reader, asked: now }
  if (status !== null && status >= 200 && status < 300)
    return { ...asked, state: 'ok', read: now, interval: SHORTEST_READ, due: later(now, SHORTEST_READ) }
  if (status === 401) return { ...asked, state: 'refused', due: null }
  const interval = Math.min(LONGEST_READ, reader.interval * 2)
  const rest = readRetryAfter(retryAfter, now)
  const state = status === null ? 'unreachable' : 'limited'
  return { ...asked, state, interval, due: later(now, Math.max(interval, rest ?? 0)) }
}

/** How long the service asks to wait: seconds, or a date. Null where it asks for nothing that can be read. */
export function readRetryAfter(text: string | null, now: Instant): number | null {
  if (text === null) return null
  const date = readHttpDate(text)
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * SECOND : date === null ? null : date - now
  return ms === null ? null : Math.min(LONGEST_REST, Math.max(0, ms))
}

/** The time has come, and five minutes have passed since it was last asked, whatever the alarm says. */
export const mayAsk = ({ due, asked }: UsagesReader, now: Instant): boolean =>
  due !== null && now >= due && (asked === null || now - asked >= SHORTEST_READ)
