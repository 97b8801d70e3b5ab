import type { InstallationSeen } from './installation.ts'
import type { Origin } from './origin.ts'

/** An installation, and the captures in which it saw what it has. */
export type Sight = Pick<InstallationSeen, 'installation' | 'captures'>

/** Which of the installations saw a piece, by their places in the list, in its order. */
export function whoSaw(
  sights: readonly Sight[],
): (piece: { readonly origins: readonly Origin[] }) => readonly number[] {
  const byCapture = new Map<string, number[]>()
  for (const [index, { captures }] of sights.entries())
    for (const capture of captures) byCapture.set(capture, [...(byCapture.get(capture) ?? []), index])
  return ({ origins }) => {
    const saw = new Set(origins.flatMap(({ capture }) => byCapture.get(capture) ?? []))
    return [...saw].toSorted((a, b) => a - b)
  }
}
