import type { Instant } from '../../time/instant.ts'
import type { Origin } from '../origin.ts'

/**
 * What may make requests, as the console lists it: a signed-in device, or an API key. Only allow-listed fields survive; ids
 * are dropped. Of a key its name is all that is kept.
 */
export interface Device {
  readonly id: string
  /** Absent for a signed-in device. */
  readonly kind?: 'api_key'
  readonly name: string | null
  readonly platform: string | null
  readonly clientVersion: string | null
  /** As the list states it. */
  readonly lastActive: Instant | null
  /** When our captures first and last showed it. */
  readonly firstSeen: Instant | null
  readonly lastSeen: Instant | null
  readonly origins: readonly Origin[]
}

/** Two lists that say nothing of each other: devices are signed in, keys are made. */
export const isKey = ({ kind }: Device): boolean => kind === 'api_key'
