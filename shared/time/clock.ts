import { instant, type Instant } from './instant.ts'
import { readZone, UTC, type KnownZone } from './zone.ts'

/** What the time is and where. Everything else takes these as arguments. */
export interface Clock {
  readonly now: () => Instant
  readonly zone: () => KnownZone
}

/** The only place of the house that asks the machine. */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  zone: () => {
    const zone = readZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
    return zone === null || zone === 'unknown' ? UTC : zone
  },
}
