import type { Cause } from '../../../shared/analyse/report.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Client } from '../work/client.ts'
import type { Session } from '../work/session.ts'
import type { Terms } from './terms.ts'
import type { Era, Wording } from './wording.ts'

/** What the run is meant to bring about. Other things may happen in it too: the truth is what the limiter did. */
export type Aim = Cause | 'none'

/** A time in which the service, or the account, refuses a share of all requests. */
export interface Trouble {
  readonly cause: 'platform' | 'account'
  readonly from: number
  readonly to: number
  readonly share: number
}

/** Too many starts in a minute, and everything is refused for a while. */
export interface Throttle {
  readonly perMinute: number
  readonly shortest: number
  readonly longest: number
}

/** Use that no row shows in its true size: contexts grow, and single calls become dear. */
export interface HeavyUse {
  readonly from: number
  readonly to: number
  /** Ordinary calls that it is worth. */
  readonly size: number
}

/** Everything about a run that is decided before it begins. Times are ms UTC. */
export interface Scenario {
  readonly seed: number
  readonly aim: Aim
  readonly era: Era
  readonly wordings: Readonly<Record<Cause, Wording>>
  readonly terms: readonly [Terms, ...Terms[]]
  readonly begin: number
  readonly end: number
  /** About when the aim should come true. */
  readonly focus: number
  readonly zone: KnownZone
  readonly troubles: readonly Trouble[]
  readonly throttle: Throttle | null
  readonly heavyUse: HeavyUse | null
  /** When extra usage pays for what the quota does not; `from` = `to` for an account without. */
  readonly wallet: { readonly from: number; readonly to: number; readonly saysEmpty: boolean }
  readonly clients: readonly [Client, ...Client[]]
  readonly sessions: readonly Session[]
}
