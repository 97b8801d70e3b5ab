import { DAY_OF_HOURS, HOUR } from '../../../time/duration.ts'
import { riseIn, type UseCurve } from './use-curve.ts'

/** By how much a meter will have risen, in percent, not cut at 100. */
export interface Rise {
  /** In one case of ten it rises less. */
  readonly least: number
  readonly likely: number
  /** In one case of ten it rises more. */
  readonly most: number
  /** On how many moments of the past the same guess was tried. */
  readonly tried: number
}

/** From a moment on, for so long (ms). */
export interface Stretch {
  readonly from: number
  readonly length: number
}

/** So far back the past is taken to be like the present (our choice). */
const MEMORY = 28 * DAY_OF_HOURS
/** Of more past moments the bounds are no better (our choice). */
const MAX_TRIED = 400
/** Of fewer, too few lie beyond a bound that one in ten is to lie beyond (our choice). */
const MIN_TRIED = 30
/** Days of which the same hours are looked at (our choice). */
const MAX_DAYS = 14
/** Of longer stretches the pace of the last hour says nothing (our choice). */
const LAST_HOUR_REACHES = DAY_OF_HOURS
/**
 * Guesses the rise as in the same hours of earlier days; up to a day ahead also at the pace of the last hour, and takes
 * that which was less far off for this account. Both are tried on moments of the past that were like this one, in use or
 * idle; how far off they were there gives the bounds, which hold four times out of five as long as the account goes on as
 * it did (docs/calibration.md counts them). Null where too little was read to try them.
 */
export function forecastRise(curve: UseCurve, ahead: Stretch): Rise | null {
  const guesses = guessesFor(curve, ahead)
  if (!guesses) return null
  const tries = triesBefore(curve, ahead)
  const like = tries.filter((each) => isInUse(each.guesses) === isInUse(guesses))
  const tried = like.length >= MIN_TRIED ? like : tries
  if (tried.length < MIN_TRIED) return null
  const isNear = ahead.length <= LAST_HOUR_REACHES
  const way = isNear && isLessOff(tried, 'lastHour', 'days') ? 'lastHour' : 'days'
  const errors = tried.map((each) => each.rise - each.guesses[way]).toSorted((a, b) => a - b)
  const likely = guesses[way]
  return {
    least: Math.max(0, likely + Math.min(0, quantile(errors, 0.1))),
    likely,
    most: likely + Math.max(0, quantile(errors, 0.9)),
    tried: tried.length,
  }
}

interface Guesses {
  /** At the pace of the last hour. */
  readonly lastHour: number
  /**
   * As in the same hours of earlier days, on average; of a first day, at its mean pace. Of stretches longer than a day, of
   * which few have passed, half by the mean pace of all that is known.
   */
  readonly days: number
}

/** A moment of the past: what would have been guessed, and what came. */
interface Try {
  readonly guesses: Guesses
  readonly rise: number
}

const isInUse = ({ lastHour }: Guesses): boolean => lastHour > 0

function guessesFor(curve: UseCurve, { from, length }: Stretch): Guesses | null {
  const lastHour = riseIn(curve, from - HOUR, from)
  const days = daysGuess(curve, from, length)
  return lastHour === null || days === null ? null : { lastHour: (lastHour / HOUR) * length, days }
}

function daysGuess(curve: UseCurve, from: number, length: number): number | null {
  const same = sameHoursBefore(curve, from, length)
  if (same !== null && length <= LAST_HOUR_REACHES) return same
  const pace = meanPaceBefore(curve, from, length)
  return same === null || pace === null ? (same ?? pace) : (same + pace) / 2
}

function sameHoursBefore(curve: UseCurve, from: number, length: number): number | null {
  const nearest = Math.ceil(length / DAY_OF_HOURS) * DAY_OF_HOURS
  const rises: number[] = []
  for (let back = nearest; back <= MEMORY && rises.length < MAX_DAYS; back += DAY_OF_HOURS) {
    const rise = riseIn(curve, from - back, from - back + length)
    if (rise !== null) rises.push(rise)
  }
  return rises.length === 0 ? null : sumOf(rises) / rises.length
}

function meanPaceBefore(curve: UseCurve, from: number, length: number): number | null {
  const known = Math.min(MEMORY, from - (curve.points[0]?.at ?? from))
  const rise = known >= HOUR ? riseIn(curve, from - known, from) : null
  return rise === null ? null : (rise / known) * length
}

function triesBefore(curve: UseCurve, { from, length }: Stretch): readonly Try[] {
  const first = Math.max(curve.points[0]?.at ?? from, from - MEMORY)
  const step = Math.max(HOUR / 2, (from - first) / MAX_TRIED)
  const tries: Try[] = []
  for (let at = from - length; at >= first; at -= step) {
    const rise = riseIn(curve, at, at + length)
    const guesses = rise === null ? null : guessesFor(curve, { from: at, length })
    if (rise !== null && guesses) tries.push({ guesses, rise })
  }
  return tries
}

function isLessOff(tries: readonly Try[], a: keyof Guesses, b: keyof Guesses): boolean {
  const off = (way: keyof Guesses) => sumOf(tries.map(({ guesses, rise }) => Math.abs(rise - guesses[way])))
  return off(a) < off(b)
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** The value below which that share of sorted values lies, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (place - Math.floor(place)) * (high - low)
}
