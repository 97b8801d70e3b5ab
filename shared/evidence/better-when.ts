import type { When } from './when.ts'

/**
 * Which of two tellings of one thing's time to keep: a moment that the source stated, before one that rests on an
 * assumed zone, before an ambiguous one, before a zone-less one (one of a known hour first), before none. Equals are settled by their text, so
 * that neither order nor number of the tellings matters.
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
