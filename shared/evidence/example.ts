import { evidenceId } from './id.ts'

/** A refusal or a reading may stand in a text as an example: in documentation, in source code, or because it says so. */
export interface MaybeExample {
  /** It is shown as what it is, and judges nothing. Absent where it is the account's own. */
  readonly example?: true
}

export const isExample = ({ example }: MaybeExample): boolean => example === true

/** The same as an example, which is another thing than the same for real and has an id of its own. */
export const exampleOf = <T extends MaybeExample & { readonly id: string }>(
  kind: 'error' | 'snapshot',
  item: T,
): T & { readonly example: true } => ({ ...item, id: exampleId(kind, item.id), example: true })

const exampleId = (kind: 'error' | 'snapshot', id: string) => evidenceId(kind, 'example', id)

/** Without examples of what is there for real, too. */
export function withoutDuplicateExamples<T extends MaybeExample & { readonly id: string }>(
  kind: 'error' | 'snapshot',
  items: readonly T[],
): readonly T[] {
  if (!items.some(isExample)) return items
  const real = new Set(items.flatMap((item) => (isExample(item) ? [] : [exampleId(kind, item.id)])))
  return items.filter(({ id }) => !real.has(id))
}

/** What is the account's own: all of it as a rule, and then nothing is copied. */
export function withoutExamples<
  T extends { readonly errors: readonly MaybeExample[]; readonly snapshots: readonly MaybeExample[] },
>(evidence: T): T {
  const { errors, snapshots } = evidence
  if (!errors.some(isExample) && !snapshots.some(isExample)) return evidence
  const isOwn = (item: MaybeExample) => !isExample(item)
  return { ...evidence, errors: errors.filter(isOwn), snapshots: snapshots.filter(isOwn) }
}
