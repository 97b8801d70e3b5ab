import { bytesToHex } from '@noble/hashes/utils.js'
import { evidenceDigest } from '../../evidence/id.ts'
import type { Instant } from '../../time/instant.ts'

/** A value of an attribute. A number says whether it counts: engines give each kind a column type of its own. */
export type OtlpValue = string | boolean | { readonly int: number } | { readonly double: number }

/** The attributes that are known; what is null or undefined is left out, since unknown is not zero. */
export type OtlpAttributes = Readonly<Record<string, OtlpValue | null | undefined>>

/** OpenTelemetry's numbers: what went well, and what was refused. */
export const SEVERITY = { INFO: 9, WARN: 13 } as const

/** One log record of OpenTelemetry, before it is written as JSON. */
export interface LogEvent {
  readonly eventName: string
  readonly uid: string
  /** When it was; null where nothing dates it in UTC. */
  readonly at: Instant | null
  /** When it was seen: of two records with one uid the one that was seen last holds. */
  readonly seen: Instant
  readonly severity: keyof typeof SEVERITY
  readonly attributes: OtlpAttributes
}

/**
 * The uid of a record: a hash of what it is about, the same on every machine and at every export, so that an engine may
 * get it any number of times (docs/decisions/0014-uids-of-log-records.md). Nothing that can be guessed and is masked may
 * be in `parts`.
 */
export const uidOf = (account: string, eventName: string, ...parts: readonly (string | number)[]): string =>
  bytesToHex(evidenceDigest([account, eventName, ...parts]))

export const int = (value: number | null | undefined): OtlpValue | null =>
  value === null || value === undefined ? null : { int: value }

export const double = (value: number | null): OtlpValue | null => (value === null ? null : { double: value })

/** Says that a record has no time, for back ends that put the time at which it was seen in its place. */
export const undated = (at: Instant | null): OtlpValue | null => (at === null ? true : null)

/** An instant as OpenTelemetry counts: nanoseconds since 1970. */
export const unixNano = (at: number): string => `${at}000000`
