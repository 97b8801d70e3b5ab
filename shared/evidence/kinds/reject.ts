import { evidenceId } from '../id.ts'
import { sentenceKey, type Sentence } from '../sentences/sentence.ts'

/** A piece of input that could not be read. Nothing is dropped without one. */
export interface Reject {
  readonly id: string
  /** File name or `paste`. */
  readonly input: string
  readonly capture: string
  /** 1-based line, or null when the place is a JSON path. */
  readonly line: number | null
  readonly path: string | null
  readonly reason: Sentence
  /** The first characters, masked. */
  readonly excerpt: string
}

/** The same reject of the same place has the same id. */
export const rejectId = ({ capture, line, path, reason }: Omit<Reject, 'id' | 'input' | 'excerpt'>): string =>
  evidenceId('reject', capture, line, path, sentenceKey(reason))

/** A field that no schema knows: drift of a service shows here first. Only names are kept, not values. */
export interface UnknownField {
  readonly source: string
  readonly path: string
  readonly count: number
}
