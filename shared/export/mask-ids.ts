import { evidenceId } from '../evidence/id.ts'
import type { UsageRecord } from '../evidence/usage-record.ts'
import { maskHex, type MaskKey } from './mask-key.ts'

/** Gives each evidence id (`record:…`, `incident:…`) its masked one; the kind before the colon stays. */
export type Rename = (id: string) => string

/** A request id as exports show it: recognisable as masked, and the same wherever it stands. */
export const maskedRequestId = (key: MaskKey, record: Pick<UsageRecord, 'id'>): string =>
  `masked-${maskHex(key, record.id).slice(0, 16)}`

/**
 * Masked rows keep the rule that the id of a row follows from its request id (usage-record.ts), so that a masked bundle
 * that is imported twice still gives each row once.
 */
export function renameUnder(key: MaskKey, records: readonly UsageRecord[]): Rename {
  const known = new Map(
    records
      .filter(({ requestId }) => requestId !== null)
      .map((record) => [record.id, evidenceId('record', 'request', maskedRequestId(key, record))]),
  )
  return (id) => {
    const renamed = known.get(id) ?? `${id.slice(0, id.indexOf(':') + 1)}${maskHex(key, id)}`
    known.set(id, renamed)
    return renamed
  }
}
