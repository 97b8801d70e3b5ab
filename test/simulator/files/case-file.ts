import { instant, writeInstant } from '../../../shared/time/instant.ts'
import type { Call } from '../world/call.ts'

/** A file of a case, and (for the truth only) what of the world stands in it. */
export interface CaseFile {
  readonly name: string
  readonly text: string
  /** Refused calls that are listed as rows with their status. */
  readonly rows?: readonly Call[]
  /** Refused calls whose text is dated in it. */
  readonly texts?: readonly Call[]
  /** When the meters were read. */
  readonly readAt?: readonly number[]
}

export const isoOf = (at: number): string => writeInstant(instant(Math.floor(at)))

/** One line of captures, as anybody can collect them. */
export const captureLine = (at: number | null, source: string, body: unknown): string =>
  `${JSON.stringify({ ...(at === null ? {} : { at: isoOf(at), via: 'page' }), source, body })}\n`
