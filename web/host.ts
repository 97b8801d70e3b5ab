import type { Clock } from '../shared/time/clock.ts'

/**
 * Where the console runs. The local page and the extension's own page are the same app; all that differs is handed in
 * here, so that nothing below `web/` knows `chrome.*`.
 */
export interface Host {
  readonly kind: 'local' | 'extension'
  readonly version: string
  /** What the time is and in which zone the reader sits: the console asks nobody else. */
  readonly clock: Clock
  /** The account that the host saw last; null where it sees none. Shown until the reader picks another. */
  readonly account: string | null
}
