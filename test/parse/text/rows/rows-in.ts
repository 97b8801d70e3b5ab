import { expect } from 'vitest'
import type { When } from '../../../../shared/evidence/when.ts'
import { parserOf } from '../../../../shared/parse/text/finder.ts'
import { findHistoryRows } from '../../../../shared/parse/text/rows/history-rows.ts'
import { writeInstant } from '../../../../shared/time/instant.ts'
import { writeWallTime } from '../../../../shared/time/wall.ts'
import { readZone } from '../../../../shared/time/zone.ts'

/** A request id, and the client of the seed. */
export const ID = '27d801a6-7d0d-433e-bf1b-4d0b88406e57'
export const CLI = 'KimiCLI/1.16.0'

/** The rows and rejects of a text. */
export function rowsIn(text: string, zone = 'unknown') {
  const known = readZone(zone)
  if (known === null) throw new Error(`not a zone: ${zone}`)
  const { records = [], rejects = [] } = parserOf(findHistoryRows)(
    { text, line: 1 },
    { capture: 'capture:1', at: null, via: 'paste', input: 'paste', zone: known },
  )
  return { records, rejects }
}

/** As the page printed it, or in UTC where that is known. */
export const timeOf = (when: When) =>
  when.kind === 'local'
    ? writeWallTime(when.local.wall)
    : when.kind === 'span'
      ? writeInstant(when.span.from)
      : null

/** What the one row of a text says. */
export function onlyRow(text: string) {
  const { records, rejects } = rowsIn(text)
  expect(rejects).toEqual([])
  expect(records).toHaveLength(1)
  const [row] = records
  if (!row) throw new Error('no row')
  const { requestId, source, userAgent, callType, outcome, status, statusText, when } = row
  return {
    id: requestId,
    source: source.kind === 'login_device' ? 'device' : source.name,
    client: userAgent,
    call: callType,
    time: timeOf(when),
    outcome,
    status,
    text: statusText,
  }
}
