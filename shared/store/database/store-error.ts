/**
 * What can go wrong with the database, for a screen to say in the user's language:
 *
 * - `full`: the disk or the browser's share of it has no room; nothing of the operation was kept.
 * - `blocked`: another tab holds an older version of the database open.
 * - `newer`: the database was written by a newer version of Quotascope.
 * - `closed`: the database was closed under us, by an update in another tab or by the browser.
 * - `damaged`: what is stored cannot be read back.
 * - `failed`: anything else; `cause` tells.
 */
export type StoreErrorKind = 'full' | 'blocked' | 'newer' | 'closed' | 'damaged' | 'failed'

const SAYS: Readonly<Record<StoreErrorKind, string>> = {
  full: 'no room left to store evidence: free some disk space or shorten the retention',
  blocked: 'another tab holds an older version of the database open: close it or reload it',
  newer: 'the database was written by a newer version of Quotascope: update this one',
  closed: 'the database was closed, probably by an update in another tab: reload this one',
  damaged: 'stored evidence cannot be read back',
  failed: 'the database failed',
}

export class StoreError extends Error {
  readonly kind: StoreErrorKind

  constructor(kind: StoreErrorKind, detail = '', cause?: unknown) {
    super(detail === '' ? SAYS[kind] : `${SAYS[kind]} (${detail})`, { cause })
    this.name = 'StoreError'
    this.kind = kind
  }
}

/** A segment whose columns do not fit together. */
export class DamagedSegment extends StoreError {
  constructor(detail: string, cause?: unknown) {
    super('damaged', detail, cause)
  }
}
