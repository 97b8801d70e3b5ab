import { useEffect, useState } from 'react'
import type { Zone } from '../../../../shared/time/zone.ts'
import { useHost } from '../../../app/host-context.ts'
import { useIntakeWorker } from '../../../data/intake-context.ts'
import type { ZoneEffect } from '../../../data/intake/jobs.ts'
import { accountForImports, usePreferences } from '../../../state/preferences.ts'
import type { Input } from '../staged.ts'

/** What each of these zones would make of the inputs; null until that is known, and where it cannot be told. */
export function useZoneEffect(inputs: readonly Input[], zones: readonly Zone[]): ZoneEffect | null {
  const intake = useIntakeWorker()
  const { clock } = useHost()
  const account = usePreferences(accountForImports)
  const [effect, setEffect] = useState<ZoneEffect | null>(null)
  const key = zones.join(' ')
  useEffect(() => {
    let current = true
    const ask = {
      account,
      inputs: inputs.flatMap(({ id, reading }) => (reading.state === 'read' ? [id] : [])),
      zones: key.split(' ').flatMap((text) => zones.find((zone) => zone === text) ?? []),
      now: clock.now(),
    }
    const look = async () => {
      // where it cannot be told, nothing is asked: the zone can be settled at any time
      const value = await intake.do('zones', ask).catch(() => null)
      if (current) setEffect(value)
    }
    void look()
    return () => {
      current = false
    }
    // the zones by their names: a new list of the same zones asks nothing anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [intake, clock, account, inputs, key])
  return effect
}
