import type { ErrorObservation } from '../../../evidence/kinds/error-observation.ts'
import { groupBy } from '../../../evidence/group-by.ts'
import { mergeOrigins, type Origin } from '../../../evidence/origin.ts'
import { compact } from '../../../evidence/errors/error-classes.ts'
import { completeError } from './error-observation.ts'
import { findKnownMessage } from './known-messages.ts'

/** Where many tellings could be the same, no more of them are held against one. */
const MAX_COMPARED = 50

/**
 * One refusal counts once, however often an input tells it: in bare words and with its status, cut short, quoted and
 * logged, raw and escaped.
 *
 * - Of undated tellings of one message the fullest is kept, with what the others add.
 * - An undated telling of a class that is dated in the same input is that refusal; of several, it points at none in particular.
 * - A dated telling that is coarser, or says less, is the finer one in its span.
 *
 * - What goes with a reading is of that one's time, and no telling of another.
 *
 * Status and type must not contradict each other. What is dated apart, and what is equal in all of it, stays apart. No two
 * of `errors` have one id. Linear but for sorting.
 */
export function absorbRepeats(errors: readonly ErrorObservation[]): ErrorObservation[] {
  if (errors.length < 2) return [...errors]
  const familyOf = familiesOf(errors)
  const dated = absorbCoarser(
    errors.filter((error) => error.when.kind !== 'undated'),
    familyOf,
  )
  const undated = errors.filter((error) => error.when.kind === 'undated')
  // One that goes with a reading has that one's time.
  const [assumed, bare] = [
    undated.filter(({ readWith }) => readWith !== null),
    undated.filter(({ readWith }) => readWith === null),
  ]
  const open = [...assumed, ...absorbInto(dated, bare)]
  return [...dated, ...joinUndated(open, familyOf)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

type FamilyOf = (error: ErrorObservation) => string

/** What tellings of one message have in common, however much of it each of them gives. */
function familiesOf(errors: readonly ErrorObservation[]): FamilyOf {
  const spelled = new Map<string, string>()
  for (const { message } of errors) if (!spelled.has(message)) spelled.set(message, familyOfMessage(message))
  // In order, whatever begins with a text stands right after it.
  const longest = new Map<string, string>()
  let next = ''
  for (const text of [...new Set(spelled.values())].toSorted().toReversed()) {
    const family = next.startsWith(text) && next !== '' ? (longest.get(next) ?? next) : text
    longest.set(text, family)
    next = text
  }
  return ({ message, errorClass }) => {
    const text = spelled.get(message) ?? message
    return `${errorClass} ${longest.get(text) ?? text}`
  }
}

function familyOfMessage(message: string): string {
  const known = findKnownMessage(message)
  return known === null || known.goesOn ? compact(message) : `known ${known.wording}`
}

/** Types that a client gives name no body; they contradict none. */
const typeOfBody = ({ type }: ErrorObservation) => (type?.startsWith('provider.') ? null : type)

const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b

const mayBeOne = (a: ErrorObservation, b: ErrorObservation): boolean =>
  agree(a.status, b.status) && agree(typeOfBody(a), typeOfBody(b))

const fullness = (error: ErrorObservation): number =>
  (error.status === null ? 0 : 4_000) + (error.type === null ? 0 : 2_000) + error.message.length

const fullestFirst = (a: ErrorObservation, b: ErrorObservation): number =>
  fullness(b) - fullness(a) || (a.id < b.id ? -1 : 1)

/** Origins go in once, at the end: joined one by one they would be copied as often as a refusal is told. */
class Gathered {
  private readonly of = new Map<number, Origin[]>()

  give(index: number, origins: readonly Origin[]): void {
    const known = this.of.get(index)
    if (!known) this.of.set(index, [...origins])
    else for (const origin of origins) known.push(origin)
  }

  /** What one was given goes where it goes itself. */
  passOn(index: number, to: number): void {
    this.give(to, this.of.get(index) ?? [])
  }

  /** An error with all that were given to it. */
  with(error: ErrorObservation, index: number): ErrorObservation {
    const given = this.of.get(index)
    return given ? { ...error, origins: mergeOrigins(error.origins, given) } : error
  }
}

interface Stretch {
  readonly clock: 'utc' | 'wall'
  readonly from: number
  readonly length: number
}

function stretchOf({ when }: ErrorObservation): Stretch | null {
  if (when.kind === 'span')
    return { clock: 'utc', from: when.span.from, length: when.span.to - when.span.from }
  return when.kind === 'local' ? { clock: 'wall', from: when.local.wall, length: when.local.length } : null
}

/** Finest first; each that holds a finer one of its family is that one. */
function absorbCoarser(dated: readonly ErrorObservation[], familyOf: FamilyOf): ErrorObservation[] {
  const kept: (ErrorObservation | null)[] = [...dated]
  const gathered = new Gathered()
  const all = dated.flatMap((error, index): Placed[] => {
    const at = stretchOf(error)
    return at ? [{ index, error, ...at }] : []
  })
  for (const group of groupBy(all, ({ clock, error }) => `${clock} ${familyOf(error)}`).values()) {
    if (group.length < 2) continue
    const placed = group.toSorted((a, b) => a.from - b.from || a.length - b.length)
    for (const [position, coarse] of placed.entries()) {
      const finer = findFiner(placed, position, coarse)
      if (!finer || !kept[finer.index]) continue
      gathered.give(finer.index, coarse.error.origins)
      gathered.passOn(coarse.index, finer.index)
      kept[coarse.index] = null
    }
  }
  return kept.flatMap((error, index) => (error ? [gathered.with(error, index)] : []))
}

interface Placed extends Stretch {
  readonly index: number
  readonly error: ErrorObservation
}

function findFiner(placed: readonly Placed[], position: number, coarse: Placed): Placed | null {
  const end = coarse.from + coarse.length
  let first = position
  while (first > 0 && position - first < MAX_COMPARED && placed[first - 1]?.from === coarse.from) first -= 1
  for (let at = first; at < placed.length && at - first < MAX_COMPARED; at += 1) {
    const each = placed[at]
    if (!each || each.from >= end) return null
    const isFiner =
      each.length < coarse.length || (each.length === coarse.length && saysMore(each.error, coarse.error))
    if (each !== coarse && isFiner && each.from + each.length <= end && mayBeOne(each.error, coarse.error))
      return each
  }
  return null
}

/** Of the same stretch of time, and with something that the other leaves out; two that are equally full are two. */
const saysMore = (a: ErrorObservation, b: ErrorObservation): boolean =>
  a.when.kind === b.when.kind &&
  JSON.stringify(a.when) === JSON.stringify(b.when) &&
  ((b.status === null && a.status !== null) || (typeOfBody(b) === null && typeOfBody(a) !== null)) &&
  !(a.status === null && b.status !== null)

/** Gives the dated ones of one class the places of undated tellings; returns those that are told nowhere with a time. */
function absorbInto(dated: ErrorObservation[], undated: readonly ErrorObservation[]): ErrorObservation[] {
  const byClass = new Map<string, Map<string, number[]>>()
  for (const [index, error] of dated.entries()) {
    const said = byClass.get(sayingOf(error)) ?? new Map<string, number[]>()
    byClass.set(sayingOf(error), said)
    const sign = `${error.status} ${typeOfBody(error)}`
    const known = said.get(sign)
    if (!known) said.set(sign, [index])
    else if (known.length < 2) known.push(index)
  }
  const gathered = new Gathered()
  const open = undated.filter((error) => {
    const signs = [...(byClass.get(sayingOf(error))?.values() ?? [])].slice(0, MAX_COMPARED)
    const same = signs.filter(([first = 0]) => dated[first] && mayBeOne(dated[first], error)).flat()
    const [only] = same
    if (only !== undefined && same.length === 1) gathered.give(only, error.origins)
    return same.length === 0
  })
  for (const [index, error] of dated.entries()) dated[index] = gathered.with(error, index)
  return open
}

/** Of texts that nobody knows only equal ones are of one class. */
const sayingOf = ({ errorClass, message }: ErrorObservation): string =>
  errorClass === 'other' ? `other ${compact(message)}` : errorClass

function joinUndated(undated: readonly ErrorObservation[], familyOf: FamilyOf): ErrorObservation[] {
  return [...groupBy(undated, familyOf).values()].flatMap((group) => {
    const kept: ErrorObservation[] = []
    const gathered = new Gathered()
    for (const error of group.toSorted(fullestFirst)) {
      const index = kept.slice(0, MAX_COMPARED).findIndex((fuller) => isSameUndated(error, fuller))
      const fuller = kept[index]
      if (fuller) {
        kept[index] = joined(fuller, error)
        gathered.give(index, error.origins)
      } else kept.push(error)
    }
    return kept.map((error, index) => gathered.with(error, index))
  })
}

const isSameUndated = (error: ErrorObservation, fuller: ErrorObservation): boolean =>
  error.readWith === fuller.readWith && mayBeOne(error, fuller)

/** But for the origins. */
function joined(fuller: ErrorObservation, error: ErrorObservation): ErrorObservation {
  const message = error.message.length > fuller.message.length ? error.message : fuller.message
  return completeError({ ...fuller, message }, error)
}
