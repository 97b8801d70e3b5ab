import { NO_EVIDENCE, type Evidence, type EvidenceItem, type Kind } from '../evidence.ts'

/** All kinds, in the order in which they are counted and listed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- NO_EVIDENCE is written out: it has these names and no other
export const KINDS = Object.keys(NO_EVIDENCE) as readonly Kind[]

/** Those whose items say of when they are, and name the captures that they were read in. */
export const DATED_KINDS = ['records', 'snapshots', 'errors', 'calls', 'costs'] as const
export type DatedKind = (typeof DATED_KINDS)[number]

/** Those whose items name the captures that they were read in. */
export const SIGHTED_KINDS = [...DATED_KINDS, 'devices'] as const

/** Those that are evidence: that there was something which could not be read is none, and no more is what was written on it. */
export const READ_KINDS = [...SIGHTED_KINDS, 'marks'] as const

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

/** The same where making one takes its time, one after another. */
export async function byKindInTurn<Each extends Kind, Value>(
  kinds: readonly Each[],
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what is looked up by it stays of one kind
  make: <One extends Each>(kind: One) => Promise<Value>,
): Promise<Readonly<Record<Each, Value>>> {
  const made = new Map<Each, Value>()
  for (const kind of kinds) made.set(kind, await make(kind))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of the kinds is made
  return Object.fromEntries(made) as Record<Each, Value>
}

/** Evidence of some kinds, whose lists are made one after another. */
export const evidenceInTurn = <Each extends Kind>(
  kinds: readonly Each[],
  make: <One extends Each>(kind: One) => Promise<readonly EvidenceItem[One][]>,
): Promise<Pick<Evidence, Each>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind what `make` gives for it
  byKindInTurn<Each, unknown>(kinds, make) as Promise<Pick<Evidence, Each>>

/** Evidence of some kinds, whose lists are made kind by kind. */
export function evidenceFor<Each extends Kind>(
  kinds: readonly Each[],
  make: <One extends Each>(kind: One) => readonly EvidenceItem[One][],
): Pick<Evidence, Each> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind what `make` gives for it
  return byKind<Each, unknown>(kinds, make) as Pick<Evidence, Each>
}
