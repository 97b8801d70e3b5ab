import type { Instant } from '../time/instant.ts'
import type { Origin } from './origin.ts'

/** A signed-in device as the console lists it. Only allow-listed fields survive; ids are dropped. */
export interface Device {
  readonly id: string
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
