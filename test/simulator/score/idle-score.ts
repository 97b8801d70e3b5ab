import { MINUTE } from '../../../shared/time/duration.ts'
import type { Truth } from '../truth.ts'
import type { PlacedIncident } from './place-incident.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

const LEAST = 15 * MINUTE

/** Idle stretches without the parts in which the service would have refused; those shorter than `LEAST` do not count. */
export function trulyIdle({ idle, blocks }: Truth, until: number): readonly Stretch[] {
  return idle
    .flatMap((stretch) => blocks.reduce<readonly Stretch[]>(without, [stretch]))
    .map(({ from, to }) => ({ from, to: Math.min(to, until) }))
    .filter(({ from, to }) => to - from >= LEAST)
}

const without = (stretches: readonly Stretch[], hole: { from: number; until: number }): readonly Stretch[] =>
  stretches.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, hole.from) },
      { from: Math.max(from, hole.until), to },
    ].filter((part) => part.to > part.from),
  )

/** The incident that covers at least a quarter of an hour of the stretch, if any. One only known to lie within is no such claim. */
export const claimOn = (stretch: Stretch, placed: readonly PlacedIncident[]): PlacedIncident | null =>
  placed.find(
    ({ incident, from, to }) =>
      !incident.block.within && Math.min(to, stretch.to) - Math.max(from, stretch.from) >= LEAST,
  ) ?? null
