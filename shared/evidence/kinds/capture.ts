import type { Instant } from '../../time/instant.ts'
import type { KnownZone } from '../../time/zone.ts'
import type { When } from '../when.ts'

/** What a raw text was detected to be. Names of console services are Kimi's own; parse knows their shapes. */
export type CaptureSource =
  | 'ListUnifiedRequests'
  | 'GetSubscriptionStats'
  | 'GetUsages'
  | 'GetSubscription'
  | 'ListDevices'
  | 'ListAPIKeys'
  | 'ListBalanceActions'
  | 'connect_error'
  | 'usages'
  | 'history_text'
  | 'quota_panel'
  | 'quota_cards'
  | 'told_meters'
  | 'membership_text'
  | 'device_text'
  | 'key_text'
  | 'error_text'
  | 'kimi_log'
  | 'kimi_code_log'
  | 'wire_log'
  | 'bundle'
  | 'unrecognised'

/** How the raw text was obtained. */
export type CaptureVia = 'page' | 'table' | 'paste' | 'file' | 'api'

/** Raw text as captured, before parsing. `source` is what the capturing side claims and is not trusted yet. */
export interface RawCapture {
  /** When it was captured; null for a paste or a file, which may be of any age. */
  readonly at: Instant | null
  readonly via: CaptureVia
  /** File name, page URL without query, or `paste`. */
  readonly input: string
  readonly source: CaptureSource | null
  readonly body: string
  /** The zone of its zone-less times, if the capturing side knows it: a page prints times in its browser's zone. */
  readonly zone?: KnownZone
}

/** What is kept of a capture after parsing: enough to know which stretches were observed. */
export interface Capture {
  readonly id: string
  readonly at: Instant | null
  readonly via: CaptureVia
  readonly input: string
  readonly source: CaptureSource
  /** Rows of history in it, and the newest and oldest of them; null where it holds none. */
  readonly rows: number
  readonly newest: When | null
  readonly oldest: When | null
  /** Record ids in the order of the page (newest first): two pages join where these agree. */
  readonly recordIds: readonly string[]
  /** The list continues on another page. Absent if it does not, or does not say. */
  readonly goesOn?: true
}
