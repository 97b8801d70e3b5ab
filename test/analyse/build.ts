import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import type { ClientCall } from '../../shared/evidence/kinds/client-call.ts'
import type { ErrorClass, ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import type { Meter, QuotaSnapshot, WindowKind } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { UNDATED, type When } from '../../shared/evidence/when.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import { later, readInstant, type Instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { readZone, type Zone } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'

/** Short words for evidence in tests. They throw on a typo, since a test must not test nothing. */

export function zoneNamed(text: string): Zone {
  const zone = readZone(text)
  if (zone === null) throw new Error(`not a zone: ${text}`)
  return zone
}

const second = (from: Instant): When => ({ kind: 'span', span: span(from, later(from, 1000)) })

/** A row with a UTC time (`…Z`), or one that was printed without a zone. */
export function row(time: string, details: Partial<UsageRecord> = {}, zone = 'unknown'): UsageRecord {
  const utc = readInstant(time)
  const wall = readWallTime(time)
  if (utc === null && wall === null) throw new Error(`not a time: ${time}`)
  const when =
    utc === null && wall !== null ? whenOfLocal(time, wall, 1000, zoneNamed(zone)) : second(at(time))
  const base = {
    requestId: null,
    when,
    source: { kind: 'login_device', name: null, inferred: false },
    userAgent: 'KimiCLI/1.16.0',
    callType: null,
    model: null,
    status: null,
    outcome: 'success',
    statusText: 'Success',
    origins: [],
    ...details,
  } as const
  return { id: recordId(base, 0), ...base }
}

const timeKey = (when: When) =>
  when.kind === 'span' ? when.span.from : when.kind === 'local' ? when.local.wall : 0

/** One history page: its rows, and the capture that says where we were looking. */
export function page(
  rows: readonly UsageRecord[],
  capturedAt: Instant | null = null,
): Pick<Evidence, 'records' | 'captures'> {
  const sorted = rows.toSorted((a, b) => timeKey(b.when) - timeKey(a.when))
  const capture: Capture = {
    id: evidenceId('capture', ...sorted.map(({ id }) => id)),
    at: capturedAt,
    via: capturedAt === null ? 'paste' : 'page',
    input: 'test',
    source: 'history_text',
    rows: rows.length,
    newest: sorted[0]?.when ?? null,
    oldest: sorted.at(-1)?.when ?? null,
    recordIds: sorted.map(({ id }) => id),
  }
  return { records: rows, captures: [capture] }
}

/** A meter: its window, the share used, and its reset (an instant, or `3h43m` for a countdown to the minute). */
export function meter(
  window: WindowKind,
  usedPercent: number,
  reset: string | null,
  details: Partial<Meter> = {},
): Meter {
  return {
    window,
    pool: null,
    minutes: null,
    encoding: 'count',
    usedPercent,
    resolution: 1,
    explicit: true,
    reset: reset === null ? null : resetReading(reset),
    missing: [],
    limit: 100,
    used: usedPercent,
    remaining: 100 - usedPercent,
    ...details,
  }
}

function resetReading(text: string): Meter['reset'] {
  const countdown = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text)
  if (!countdown) return { kind: 'at', at: at(text) }
  const [days, hours, minutes] = countdown.slice(1).map((part) => Number(part ?? 0))
  const min = (days ?? 0) * 24 * HOUR + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE
  return { kind: 'in', min, max: min + MINUTE }
}

/** A reading; `read` is its instant, or null for an undated one. */
export function snapshot(
  read: string | null,
  meters: readonly Meter[],
  details: Partial<QuotaSnapshot> = {},
): QuotaSnapshot {
  return {
    id: evidenceId('snapshot', read, JSON.stringify(meters)),
    when: read === null ? UNDATED : second(at(read)),
    source: 'usages',
    meters,
    cap: null,
    inFlight: null,
    plan: null,
    subscribedAt: null,
    wallet: null,
    origins: [],
    ...details,
  }
}

const TEXTS: Partial<Readonly<Record<ErrorClass, string>>> = {
  rate_or_concurrency: "We're receiving too many requests at the moment.",
  window_5h: "You've reached your 5-hour usage limit.",
  overloaded: 'The engine is currently overloaded, please try again later',
}

/** A refusal text, dated or not. */
export function refusal(
  errorClass: ErrorClass,
  time: string | null,
  details: Partial<ErrorObservation> = {},
): ErrorObservation {
  const message = TEXTS[errorClass] ?? errorClass
  return {
    id: evidenceId('error', errorClass, time, details.readWith ?? null),
    when: time === null ? UNDATED : second(at(time)),
    errorClass,
    status: 429,
    type: null,
    message,
    attempts: null,
    readWith: null,
    origins: [],
    ...details,
  }
}

/** A call that a client's log shows to have succeeded. */
export function loggedCall(time: string, details: Partial<ClientCall> = {}): ClientCall {
  return {
    id: evidenceId('call', time),
    when: second(at(time)),
    timeIs: 'end',
    durationMs: null,
    outcome: 'success',
    client: 'kimi-code',
    agent: null,
    subagent: null,
    model: null,
    inputTokens: null,
    outputTokens: null,
    origins: [],
    ...details,
  }
}

export const evidenceWith = (...parts: readonly Partial<Evidence>[]): Evidence =>
  parts.reduce<Evidence>((all, part) => {
    const joined = { ...all }
    return {
      ...joined,
      records: [...all.records, ...(part.records ?? [])],
      snapshots: [...all.snapshots, ...(part.snapshots ?? [])],
      errors: [...all.errors, ...(part.errors ?? [])],
      calls: [...all.calls, ...(part.calls ?? [])],
      devices: [...all.devices, ...(part.devices ?? [])],
      marks: [...all.marks, ...(part.marks ?? [])],
      captures: [...all.captures, ...(part.captures ?? [])],
    }
  }, NO_EVIDENCE)

/** The incident of 2 March 2026 (test/fixtures/seed), in our own words. */
export function seedEvidence(zone = 'unknown'): Evidence {
  const times = [
    '17:25:14',
    '17:25:08',
    '17:24:49',
    '17:24:29',
    '17:23:20',
    '17:23:14',
    '17:22:55',
    '17:22:28',
    '16:18:57',
  ]
  const body = snapshot(null, [
    meter('7d', 33, '2026-03-08T09:20:45.248979Z'),
    meter('5h', 2, '2026-03-07T15:20:45.248979Z'),
  ])
  return evidenceWith(
    page(times.map((time) => row(`2026/03/02 ${time}`, {}, zone))),
    {
      snapshots: [
        snapshot(null, [meter('7d', 16, '5d16h43m'), meter('5h', 0, '3h43m')], { source: 'quota_panel' }),
        body,
      ],
    },
    {
      errors: [
        refusal('rate_or_concurrency', null),
        refusal('rate_or_concurrency', null, { readWith: body.id }),
      ],
    },
  )
}
