import { cutText } from '../../evidence/longest-text.ts'
import { DROPPED, isPlain } from '../scrub/dropped.ts'
import { maskCredentials, maskText } from '../scrub/mask.ts'
import { z } from '../zod.ts'

/** A number as a body wrote it. `problem` says why there is none: `absent`, or what stood there instead. */
export type Quantity =
  { readonly value: number; readonly problem: null } | { readonly value: null; readonly problem: string }

export const ABSENT = 'absent'

// Also `1e3` and ` 42 `; not `0x10`, `1_000`, `12 %` or an empty text, which Number() would take for something.
const NUMERIC = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i

/**
 * Reads a number or a numeric text: the gateway writes counts as texts (docs/kimi.md#encoding). Null counts as absent.
 */
export function readQuantity(value: unknown): Quantity {
  if (value === undefined || value === null) return { value: null, problem: ABSENT }
  const numeric = typeof value === 'number' || (typeof value === 'string' && NUMERIC.test(value))
  const number = numeric ? Number(value) : NaN
  if (!Number.isFinite(number)) return problem(`${describe(value)} is not a number`)
  // Beyond 2^53 a whole number is no longer the one that was written.
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
    return problem(`${describe(value)} is too large to be exact`)
  return { value: number === 0 ? 0 : number, problem: null } // -0 would come out of a bundle as another value
}

const problem = (text: string): Quantity => ({ value: null, problem: text })

/** What stood there, short enough for a sentence, and masked. */
export function quote(text: string): string {
  const masked = maskText(text.slice(0, 400))
  return JSON.stringify(masked.length > 40 ? `${masked.slice(0, 39)}…` : masked)
}

/** Names a value in a reason: numbers and what might be one as they stand, others by their kind. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return quote(isPlain(value) ? value : DROPPED)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null || value === undefined) return ABSENT
  return Array.isArray(value) ? 'a list' : 'an object'
}

// Leaves never fail: a value of the wrong kind must cost that value, not the body around it.

/** A number with its problem, see readQuantity. */
export const quantity = z.unknown().optional().transform(readQuantity)

/**
 * A text that says something, credentials masked, or null. A number is taken as its digits
 * (docs/kimi.md#console-services: levels).
 */
export const text = z.unknown().optional().transform(readText)

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const trimmed = maskCredentials(value).trim()
  return trimmed === '' ? null : cutText(trimmed)
}

/** The same for what an error says: of it only words that are known are kept. */
export const message = z.unknown().optional().transform(readText)

/** True or false where it is said, else null. */
export const flag = z
  .unknown()
  .optional()
  .transform((value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : null,
  )

/** Any value: a name that is known, and whose value is read elsewhere or makes nothing. */
export const anything = z.unknown().optional()

/** A name that is known, and whose value nobody needs: it is not kept. */
export const unread = z.unknown().optional()
