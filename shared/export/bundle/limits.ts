import type { BundleRefusal } from '../../evidence/sentences/bundle-refusals.ts'
import { isDeeperThan } from '../../parse/json/json-depth.ts'

/** The longest bundle that is read, in characters: about a million rows. A browser holds no longer text (2^29 − 24). */
export const MAX_CHARACTERS = 480_000_000

/** Evidence is 6 levels deep; what goes much deeper is not a bundle but an attack on whoever walks through it. */
const DEEPEST = 24

/*
 * Years of four digits, which are all that was ever read, and a little more for zones and lengths at either end. `Date` knows
 * later ones, but at its edge nothing can be added to a time any more, and every analysis of the account would throw.
 */
export const FIRST_TIME = Date.UTC(-1, 11, 1)
export const LAST_TIME = Date.UTC(10_000, 1, 1)

/** Why a text of that length may not even be read, or null. */
export const refuseByLength = ({ length }: string, most = MAX_CHARACTERS): BundleRefusal | null =>
  length > most ? `it is larger than ${most} characters` : null

/** Why a text may not be parsed at once, or null. */
export const refuseByDepth = (text: string): BundleRefusal | null =>
  isDeeperThan(text, DEEPEST) ? `it is nested more than ${DEEPEST} levels deep` : null
