/** How near a used share is to its limit: from 80 % on it is worth a look, from 95 % on the next job may be refused (our choice). */
export type ShareLevel = 'low' | 'high' | 'nearly_full' | 'full'

/** At these shares, in percent, a level begins. */
const HIGH = 80
const NEARLY_FULL = 95
const FULL = 100

export function shareLevel(usedPercent: number): ShareLevel {
  if (usedPercent >= FULL) return 'full'
  if (usedPercent >= NEARLY_FULL) return 'nearly_full'
  return usedPercent >= HIGH ? 'high' : 'low'
}
