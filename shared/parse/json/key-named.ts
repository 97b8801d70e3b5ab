import type { Device } from '../../evidence/kinds/device.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { ParseContext } from '../parser.ts'

/** An API key by its name, which is all that is kept of it: two keys of one name are one to us. */
export const keyNamed = (name: string, place: string, { capture, at }: ParseContext): Device => ({
  id: evidenceId('device', name, null, 'api_key'),
  kind: 'api_key',
  name,
  platform: null,
  clientVersion: null,
  lastActive: null,
  firstSeen: at,
  lastSeen: at,
  origins: [{ capture, at: place }],
})
