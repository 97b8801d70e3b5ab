import type { Cause, Grade, Verdict } from '../../shared/analyse/report.ts'

/** Texts of one kind, and what is right for each of them. */
export interface FieldKind {
  /** What the texts have in common, as a person would say it. */
  readonly kind: string
  readonly rows: readonly FieldRow[]
}

/** One input. Its name is unique within its kind. */
export type FieldRow = {
  readonly name: string
  /** The zone of times without one: `+02:00`, `Europe/Berlin`; unknown unless said. */
  readonly zone?: string
  /** When somebody says that it was captured (`--taken-at`). */
  readonly takenAt?: string
  readonly right: Right
} & (
  | { readonly text: string }
  /** A file in `inputs`. */
  | { readonly file: string }
)

/** What is right of an input. It may leave out what does not matter; what it names is checked exactly. */
export interface Right {
  readonly records?: number
  readonly calls?: number
  readonly rejects?: number
  /** All refusals of the account, in the order of their lines. */
  readonly errors?: readonly RightError[]
  /** All readings of the account, in the order of their lines. */
  readonly readings?: readonly RightReading[]
  readonly costs?: readonly { readonly at: string; readonly percent: number }[]
  /** How much was kept as an example. */
  readonly examples?: { readonly records?: number; readonly errors?: number; readonly readings?: number }
  /** All blocked windows, in the order of time. */
  readonly incidents?: readonly RightIncident[]
  /** Exit status of the command line; 0 unless said. */
  readonly exit?: 0 | 1
  /** What the command line says on standard error. */
  readonly complains?: RegExp
}

export interface RightError {
  /** An instant, where it begins; two, between which it was; a wall time without a zone; null where nothing says. */
  readonly at?: RightTime
  readonly status?: number | null
  readonly class?: string
  readonly type?: string | null
  readonly product?: 'kimi_code' | 'open_platform'
  /** It is taken to be of the time of the reading that was pasted with it. */
  readonly assumed?: boolean
}

export type RightTime = string | readonly [from: string, to: string] | null

export interface RightReading {
  readonly at?: RightTime
  /** `5h`, `7d`, `month`; a pool of the month is `month total` or `month code`. */
  readonly meters?: Readonly<Record<string, RightMeter>>
  readonly cap?: number | null
  readonly wallet?: {
    readonly left?: number
    readonly limit?: number
    readonly used?: number
    readonly currency?: string
  }
}

export interface RightMeter {
  /** Used share in percent, as far as it is printed. */
  readonly used?: number | null
  /** The instant of the reset, or in how many minutes: at least, less than; a wall time without a zone; null if not stated. */
  readonly reset?: string | readonly [min: number, max: number] | null
}

export interface RightIncident {
  readonly from?: string | null
  readonly to?: string | null
  /** The same without a zone. */
  readonly fromLocal?: string
  readonly within?: boolean
  readonly grade?: Grade
  readonly leading?: Cause | 'unknown'
  /** The causes that are supported, all of them. */
  readonly supported?: readonly Cause[]
  readonly verdicts?: Readonly<Partial<Record<Cause, Verdict>>>
}
