import type { Instant } from '../../../../shared/time/instant.ts'
import { useHost } from '../../../app/host-context.ts'
import { useWording } from '../../../locales/use-wording.ts'

/** Says a moment on the clock of this machine. */
export function useMoment(): (at: Instant) => string {
  const { clock } = useHost()
  return useWording().times(clock.now(), clock.zone()).at
}
