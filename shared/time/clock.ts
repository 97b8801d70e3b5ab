import { instant, type Instant } from './instant.ts'
import { readZone, UTC, type KnownZone } from './zone.ts'

/** The current time and the local zone. Everything else takes these as arguments. */
export interface Clock {
  readonly now: () => Instant
  readonly zone: () => KnownZone
}

/** The only code that reads the clock of the machine. */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  zone: () => {
    const zone = readZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
    return zone === null || zone === 'unknown' ? UTC : zone
  },
}
