import { instant, writeInstant } from '../../../shared/time/instant.ts'

/** A file of a case: its name, and what stands in it. */
export type CaseFile = readonly [name: string, text: string]

export const isoOf = (at: number): string => writeInstant(instant(Math.floor(at)))

/** One line of captures, as anybody can collect them. */
export const captureLine = (at: number | null, source: string, body: unknown): string =>
  `${JSON.stringify({ ...(at === null ? {} : { at: isoOf(at), via: 'page' }), source, body })}\n`
