import { evidenceId } from '../id.ts'
import type { Origin } from '../origin.ts'
import type { When } from '../when.ts'

/** Who made the request: a signed-in device or an API key. `inferred` if only the absence of a key indicates it. */
export interface RequestSource {
  readonly kind: 'login_device' | 'api_key' | 'unknown'
  readonly name: string | null
  readonly inferred: boolean
}

export type Outcome = 'success' | 'failure' | 'unknown'

/** One row of the console's usage history. */
export interface UsageRecord {
  readonly id: string
  readonly requestId: string | null
  /**
   * One second long, when dated. Whether it is the start or the end of the call is not known (docs/kimi.md#not-known).
   */
  readonly when: When
  readonly source: RequestSource
  /** The client as it names itself: `KimiCLI/1.16.0`. */
  readonly userAgent: string | null
  readonly callType: string | null
  readonly model: string | null
  /** HTTP status, where the source gives one. */
  readonly status: number | null
  readonly outcome: Outcome
  /** The status as printed, where the row was text. */
  readonly statusText: string | null
  /** The id of the row without a request id that is this same request; such a row matches one request only. */
  readonly absorbed?: string
  readonly origins: readonly Origin[]
}

/** A plain copy of a row, whatever object it comes from: only plain objects can be spread or sent to another thread. */
export const plainRecord = (record: UsageRecord): UsageRecord => recordOf(record, record.origins)

/** The same with other origins. */
export const recordOf = (record: UsageRecord, origins: UsageRecord['origins']): UsageRecord => ({
  id: record.id,
  requestId: record.requestId,
  when: record.when,
  source: record.source,
  userAgent: record.userAgent,
  callType: record.callType,
  model: record.model,
  status: record.status,
  outcome: record.outcome,
  statusText: record.statusText,
  ...(record.absorbed === undefined ? {} : { absorbed: record.absorbed }),
  origins,
})

/** The identity of a row without a request id; equal rows of one page are distinguished by their ordinal. */
export type RowKey = Pick<UsageRecord, 'when' | 'source' | 'userAgent'>

/** `second|source|client`: the second in UTC where it is known, else as the wall clock showed it. */
export function rowKey(row: RowKey): string {
  const source = row.source.kind === 'login_device' ? 'Login Device' : (row.source.name ?? '?')
  return `${secondKey(row.when)}|${source}|${row.userAgent ?? '?'}`
}

function secondKey(when: When): string {
  if (when.kind === 'span') return `utc${when.span.from}`
  if (when.kind === 'local') return `wall${when.local.wall}`
  return 'undated'
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id of a row: its request id, or its key and the ordinal among equals on its page (0 for the first). */
export function recordId(row: RowKey & { readonly requestId: string | null }, ordinal: number): string {
  const { requestId } = row
  if (requestId === null) return evidenceId('record', 'row', rowKey(row), ordinal)
  if (UUID.test(requestId)) return `record:${requestId.replaceAll('-', '').toLowerCase()}`
  return evidenceId('record', 'request', requestId)
}
