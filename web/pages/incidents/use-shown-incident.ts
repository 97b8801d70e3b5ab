import { useEffect, useState } from 'react'
import { sharedLength, whenOfBlock } from '../../../shared/analyse/attach-annotations.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { settleAt, usePlace } from '../../state/use-place.ts'

/**
 * The incident that is shown: the one of the address, else the first of the list. New evidence, or a mark, may give a
 * block another id while it is looked at; then the block over the same time is shown in its place.
 */
export function useShownIncident(
  all: readonly Incident[],
  listed: readonly Incident[],
  zone: Zone,
): { readonly shown: Incident | undefined; readonly gone: boolean } {
  const wanted = usePlace((place) => place.incident)
  const [last, setLast] = useState<Incident | null>(null)
  const named = all.find(({ id }) => id === wanted)
  const heir = named || !last || last.id !== wanted ? undefined : heirOf(last, all, zone)
  const shown = named ?? heir ?? listed[0]
  const heirId = heir?.id
  useEffect(() => {
    if (heirId !== undefined) settleAt({ incident: heirId })
  }, [heirId])
  // The one that is gone is remembered until the address names its heir.
  if (named && named !== last) setLast(named)
  return { shown, gone: wanted !== null && !named && !heir }
}

/** The block that shares most time with one that is no longer there. */
export function heirOf(gone: Incident, all: readonly Incident[], zone: Zone): Incident | undefined {
  const when = whenOfBlock(gone.block)
  return all
    .map((incident) => ({ incident, shared: sharedLength(when, incident.block, zone) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)[0]?.incident
}
