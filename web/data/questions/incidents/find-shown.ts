import { sharedLength } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { Incident } from '../../../../shared/analyse/report.ts'
import type { When } from '../../../../shared/evidence/when.ts'
import type { Zone } from '../../../../shared/time/zone.ts'

/** The incident that a page wants to show. */
export interface Wanted {
  readonly id: string
  /** When it was, as far as the page has seen it: how its heir is known once it is gone. */
  readonly when: When | null
}

/**
 * The incident that is wanted, or its heir: new evidence, or a mark, may give a block another id while it is looked at,
 * and then it is the block that shares most time with it. Null where there is neither.
 */
export function findShown(incidents: readonly Incident[], wanted: Wanted, zone: Zone): Incident | null {
  const named = incidents.find(({ id }) => id === wanted.id)
  if (named) return named
  return (wanted.when && heirOf(wanted.when, incidents, zone)) ?? null
}

function heirOf(when: When, incidents: readonly Incident[], zone: Zone): Incident | undefined {
  return incidents
    .map((incident) => ({ incident, shared: sharedLength(when, incident.block, zone) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)[0]?.incident
}
