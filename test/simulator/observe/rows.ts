import { whenOfLocal } from '../../../shared/evidence/local-time.ts'
import { recordId, rowKey, type UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { SECOND } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'
import { offsetAt, UNKNOWN_ZONE, type KnownZone } from '../../../shared/time/zone.ts'
import type { Call } from '../world/call.ts'
import type { Clock, Observer } from './observer.ts'

/** A row of the history: what it says, and from when on a page can show it. */
export interface Row {
  readonly call: Call
  readonly record: UsageRecord
  readonly stamp: number
  readonly appears: number
}

/** Rows of all requests that the service lists, sorted by their printed time. */
export function rowsOf(calls: readonly Call[], observer: Observer, zone: KnownZone): readonly Row[] {
  const ordinals = new Map<string, number>()
  return calls
    .filter((call) => isListed(call, observer))
    .map((call) => ({ call, stamp: Math.floor(observer.stamp === 'start' ? call.start : call.end) }))
    .toSorted((a, b) => a.stamp - b.stamp || a.call.number - b.call.number)
    .map(({ call, stamp }) => ({
      call,
      stamp,
      appears: observer.late || observer.stamp === 'end' ? call.end : call.start,
      record: recordOf(call, stamp, observer, zone, ordinals),
    }))
}

function isListed({ refusal }: Call, { refusedRows }: Observer): boolean {
  if (!refusal || refusedRows === 'all') return true
  return refusedRows === 'only_403' && refusal.wording.status === 403
}

function recordOf(
  call: Call,
  stamp: number,
  observer: Observer,
  zone: KnownZone,
  ordinals: Map<string, number>,
): UsageRecord {
  const { caller, refusal } = call
  const utc = observer.clock === 'utc'
  const row = {
    requestId: observer.requestIds ? uuidOf(call.number) : null,
    when: secondAt(stamp, observer.clock, zone),
    source:
      caller.apiKey === null
        ? ({ kind: 'login_device', name: null, inferred: utc } as const)
        : ({ kind: 'api_key', name: caller.apiKey, inferred: false } as const),
    userAgent: caller.userAgent,
  }
  const key = rowKey(row)
  const ordinal = ordinals.get(key) ?? 0
  ordinals.set(key, ordinal + 1)
  return {
    id: recordId(row, ordinal),
    ...row,
    callType: 'Model Inference',
    model: utc ? 'kimi-for-coding' : null,
    status: utc ? (refusal?.wording.status ?? 200) : null,
    outcome: refusal ? 'failure' : 'success',
    statusText: utc ? null : refusal ? 'Failed' : 'Success',
    origins: [],
  }
}

const uuidOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

/** The whole second in which a moment lies, as the clock in question prints it. */
const secondAt = (at: number, clock: Clock, zone: KnownZone): When => timeAt(at, SECOND, clock, zone)

/** A time that is printed to `length` ms. */
export function timeAt(at: number, length: number, clock: Clock, zone: KnownZone): When {
  const from = Math.floor(at / length) * length
  if (clock === 'utc') return { kind: 'span', span: span(from, from + length) }
  const wall = wallTime(from + offsetAt(zone, instant(from)))
  return whenOfLocal(writeWallTime(wall), wall, length, clock === 'wall_zone_known' ? zone : UNKNOWN_ZONE)
}
