import { NO_EVIDENCE, type Evidence, type EvidenceItem, type Kind } from '../evidence.ts'

/** All kinds, in the order in which they are counted and listed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- NO_EVIDENCE is written out: it has these names and no other
export const KINDS = Object.keys(NO_EVIDENCE) as readonly Kind[]

/** Those that are evidence: that there was something which could not be read is none, and no more is what was written on it. */
export const READ_KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs', 'devices', 'marks'] as const

/** Those that an input is said to have given. */
export const GIVEN_KINDS = [...READ_KINDS, 'rejects'] as const
export type GivenKind = (typeof GIVEN_KINDS)[number]

/** How many there are of each. */
export type KindCounts<Each extends Kind = Kind> = Readonly<Record<Each, number>>

/** A value for each of some kinds. */
export function byKind<Each extends Kind, Value>(
  kinds: readonly Each[],
  make: (kind: Each) => Value,
): Readonly<Record<Each, Value>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of the kinds is made
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Each, Value>
}

/** Evidence whose lists are made kind by kind. */
export function evidenceFor(
  make: <Each extends Kind>(kind: Each) => readonly EvidenceItem[Each][],
): Evidence {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind what `make` gives for it
  return byKind<Kind, unknown>(KINDS, make) as Evidence
}
