import type { Instant } from '../time/instant.ts'
import type { Language } from '../time/format.ts'
import type { Zone } from '../time/zone.ts'

/** What engines read, and not people: it may be longer than one text, and says who sends it. */
const ENGINE_FORMATS = ['otlp'] as const
export type EngineFormat = (typeof ENGINE_FORMATS)[number]

export const FORMATS = [
  'text',
  'json',
  'md',
  'html',
  'csv',
  'ics',
  'svg',
  'openmetrics',
  ...ENGINE_FORMATS,
] as const
export type Format = (typeof FORMATS)[number]

export const isForEngines = (format: Format): format is EngineFormat =>
  ENGINE_FORMATS.some((each) => each === format)

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[]

/** One input as named on the command line. */
export interface InputArgument {
  /** Path of a file or folder, or `-` for standard input. */
  readonly file: string
  readonly zone: Zone
  /** When it was captured, where somebody said so. */
  readonly takenAt: Instant | null
}

/** What the command line asks for. */
export interface ReportArguments {
  /** Empty: what is piped in, else the logs of this machine's own client. */
  readonly inputs: readonly InputArgument[]
  /** Null: nobody said; unknown, but for the logs of this machine. */
  readonly zone: Zone | null
  /** Null: now. */
  readonly now: Instant | null
  readonly account: string | null
  readonly claims: readonly string[]
  /** Null: text for people on a terminal, JSON for programs. */
  readonly format: Format | null
  /** Null: standard output. */
  readonly output: string | null
  /** Null: that of the locale, in what is written for people. */
  readonly language: Language | null
  readonly unmasked: boolean
  /** A folder with several accounts, to be compared; null: a report on one. */
  readonly together: string | null
}
