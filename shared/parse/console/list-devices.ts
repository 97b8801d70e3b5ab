import type { Device } from '../../evidence/kinds/device.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reject } from '../../evidence/kinds/reject.ts'
import type { Recognition } from '../../evidence/sentences/recognitions.ts'
import { excerptOfValue } from '../scrub/excerpt.ts'
import { fieldOf } from '../json/json-object.ts'
import type { JsonParser } from '../parser.ts'
import { placeIn } from '../place.ts'
import { readBody } from '../json/read-body.ts'
import { rejectOf } from '../reject.ts'
import { readServiceTime } from '../service-time.ts'
import { deviceListSchema } from './list-devices.schema.ts'

/** Why a value is a list of signed-in devices, or null. */
export const recogniseDevices = (value: unknown): Recognition | null =>
  Array.isArray(fieldOf(value, 'devices')) ? 'a list under "devices"' : null

/** Reads the list of signed-in devices. Their ids are dropped, so name and platform make a device itself. */
export const parseDevices: JsonParser = (piece, context) => {
  const { body, rejects, unknownFields } = readBody(deviceListSchema, 'ListDevices', piece, context)
  const refused: Reject[] = [...rejects]
  const devices = (body?.devices ?? []).flatMap((item, index): Device[] => {
    if (!item) return []
    const name = item.name ?? item.deviceName ?? item.displayName
    const platform = item.platform ?? item.os ?? item.deviceType ?? item.type
    const path = placeIn(piece, ['devices', index])
    if (name === null && platform === null) {
      const reason = 'a device without any name or platform that we know'
      refused.push(rejectOf(context, { line: piece.line, path, reason, text: excerptOfValue(item) }))
      return []
    }
    return [
      {
        id: evidenceId('device', name, platform),
        name,
        platform,
        clientVersion: item.appVersion ?? item.clientVersion ?? item.version,
        lastActive: readServiceTime(
          item.lastActiveTime ?? item.lastUsedTime ?? item.lastLoginTime ?? item.updateTime,
        ),
        firstSeen: context.at,
        lastSeen: context.at,
        origins: [{ capture: context.capture, at: path }],
      },
    ]
  })
  return { devices, rejects: refused, unknownFields }
}
