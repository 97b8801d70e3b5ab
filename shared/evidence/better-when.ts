import type { When } from './when.ts'

/**
 * Which of two times of one thing to keep: one stated by the source before one based on an assumed zone, then an ambiguous
 * one, then a zone-less one (of a known hour first), then none. Ties are broken by their text, so that neither the order nor
 * the number of sightings matters.
 */
export function betterWhen(a: When, b: When): When {
  if (a === b) return a
  const more = certainty(a) - certainty(b)
  if (more !== 0) return more > 0 ? a : b
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}

function certainty(when: When): number {
  if (when.kind === 'undated') return 0
  if (when.kind === 'local') return when.local.setBack ? 1.5 : 1
  if (when.ambiguous) return 2
  return when.local ? 3 : 4
}
