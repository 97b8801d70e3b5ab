import type { Sight } from '../evidence/who-saw.ts'

/** Names of installations are numbered, as other names are; `rename` is what the captures are called in the masked evidence. */
export const maskSights = (sights: readonly Sight[], rename: (id: string) => string): readonly Sight[] =>
  sights.map(({ installation, captures }, index) => ({
    installation: { ...installation, name: `installation-${index + 1}` },
    captures: captures.map(rename),
  }))
