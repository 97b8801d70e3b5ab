import type { InFlight } from '../../../../shared/analyse/logs/in-flight.ts'

/** How far above the cap the scale goes: what matters is which side of it the band is on. */
const OVER_CAP = 4

/** The scale of the lane of requests in flight. */
export interface InFlightScale {
  /** What lies at the top. */
  readonly top: number
  /** True where the band goes on above it. */
  readonly cut: boolean
}

/**
 * The most that may have been in flight is a wide bound in a dense stretch: six hundred calls in ten minutes may all have
 * been at once, for all that their rows say. Drawn to that scale nobody could tell whether the least was above the cap.
 */
export function inFlightScale(band: readonly InFlight[], cap: number | null): InFlightScale {
  const most = Math.max(...band.map(({ upper }) => upper), cap ?? 0, 1)
  if (cap === null) return { top: most, cut: false }
  const least = Math.max(...band.map(({ lower }) => lower), 0)
  const top = Math.min(most, Math.max(OVER_CAP * cap, Math.ceil(least * 1.25)))
  return { top, cut: top < most }
}
