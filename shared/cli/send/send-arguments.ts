import { readArguments } from '../read-arguments.ts'
import type { AnalyseArguments } from '../analyse-inputs.ts'

/** What `send` is asked for. */
export interface SendArguments extends AnalyseArguments {
  readonly account: string | null
  readonly unmasked: boolean
  /** Whatever was taken before. */
  readonly again: boolean
}

/** The options of `send` as they were typed. */
export interface SendOptions {
  readonly zone?: string
  readonly account?: string
  readonly unmasked?: boolean
  readonly again?: boolean
}

/** Throws a UsageError. */
export const readSend = (
  words: readonly string[],
  { again = false, ...options }: SendOptions,
): SendArguments => ({
  ...readArguments(words, options),
  again,
})
