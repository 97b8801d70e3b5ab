import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import type { Device } from '../../../evidence/kinds/device.ts'
import { evidenceId } from '../../../evidence/id.ts'
import type { Reject } from '../../../evidence/kinds/reject.ts'
import type { Instant } from '../../../time/instant.ts'
import { instantsOfWall } from '../../../time/wall.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../time/zone.ts'
import { rejectOf } from '../../reject.ts'
import { WHOLE_LINES, type Finder } from '../finder.ts'
import { readHeadedRows, wordIn } from './headed-rows.ts'
import { findRowTime } from './row-time.ts'

/**
 * The heads of the list are not published (docs/kimi.md#keys-and-devices, #not-known); these are the words under which
 * our page reader hands it over.
 */
const HEADS = {
  name: ['device', '设备'],
  platform: ['platform', '平台'],
  version: ['version', '版本'],
  active: ['last active', '最近活跃'],
}

/** Finds the list of signed-in devices as the console's page shows it: name, platform and last use. */
export const findDeviceRows: Finder = (lines, from, { piece }) => {
  const list = readHeadedRows(lines, from, HEADS, ['name', 'active'])
  if (!list) return null
  const devices: Device[] = []
  const rejects: Reject[] = []
  for (const { index, cells } of list.rows) {
    const cell = (column: keyof typeof HEADS) => wordIn(cells[list.places.get(column) ?? -1])
    const name = cell('name')
    const platform = cell('platform')
    const at = `line ${lines.lineOf(index)}`
    if (name === null && platform === null)
      rejects.push(
        rejectOf(piece, {
          line: lines.lineOf(index),
          reason: sentenceFor('namelessDevice'),
          text: lines.texts[index] ?? '',
        }),
      )
    else
      devices.push({
        id: evidenceId('device', name, platform),
        name,
        platform,
        clientVersion: cell('version'),
        lastActive: momentIn(cell('active') ?? '', piece.zone),
        firstSeen: piece.at,
        lastSeen: piece.at,
        origins: [{ capture: piece.capture, at }],
      })
  }
  return {
    source: 'device_text',
    why: 'the list of signed-in devices',
    to: list.to,
    parsed: { devices, rejects },
    ...WHOLE_LINES,
  }
}

/** Null where the zone is not known, or the clock showed that time twice or never. */
function momentIn(text: string, zone: Zone): Instant | null {
  const time = findRowTime(text)
  if (time?.instant) return time.instant
  if (!time || time.wall === null || zone === UNKNOWN_ZONE) return null
  const instants = instantsOfWall(time.wall, zone)
  return instants.length === 1 ? (instants[0] ?? null) : null
}
