import { formatInstant } from '../../../../shared/time/format.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { useHost } from '../../../app/host-context.ts'

/** Says a moment on the clock of this machine, with its offset. */
export function useMoment(): (at: Instant) => string {
  const { clock } = useHost()
  return (at) => formatInstant(at, clock.zone())
}
