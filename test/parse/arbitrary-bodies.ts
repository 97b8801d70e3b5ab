import fc from 'fast-check'
import { jsonFixtures, readFixture } from './given-json.ts'

/** Values that services, proxies and people have been seen to put where a number or a time belongs. */
const ODD: readonly unknown[] = [
  '',
  '0',
  '-1',
  '125',
  'invalid',
  'NaN',
  'Infinity',
  '1e400',
  'TIME_UNIT_UNKNOWN',
  '0001-01-01T00:00:00Z',
  '2026-03-07T15:20:45.248979Z',
  'Bearer abcdefghijkl',
  'sk-kimi-0123456789abcdefghij',
  0,
  -0,
  0.5,
  1.5,
  1e308,
  429,
  null,
  true,
  false,
  [],
  {},
  [[]],
  { used: 1 },
  { name: 'ci', key: 'k' },
]
const odd: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue())

/** A fixture with its names in another order and some values put in the place of others. */
export const spoiltBody: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...jsonFixtures()), fc.array(fc.tuple(fc.nat(), odd), { maxLength: 3 }), fc.nat())
  .map(([path, changes, seed]) =>
    changes.reduce<unknown>(
      (value, [place, by]) => replaceAt(value, place % Math.max(1, countValues(value)), by),
      shuffleNames(JSON.parse(readFixture(path)), seed),
    ),
  )

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

const countValues = (value: unknown): number =>
  entriesOf(value).reduce((sum, [, item]) => sum + countValues(item), 1)

/** Puts a value in the place of the n-th, counted depth first. */
function replaceAt(value: unknown, place: number, by: unknown): unknown {
  if (place === 0) return by
  let left = place - 1
  const entries = entriesOf(value).map(([name, item]) => {
    const here = left
    left -= countValues(item)
    return [name, here >= 0 && left < 0 ? replaceAt(item, here, by) : item] as const
  })
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
}

/** The same value, its names in an order that the seed decides. */
export function shuffleNames(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleNames(item, seed))
  if (typeof value !== 'object' || value === null) return value
  const order = (name: string) =>
    Array.from(name).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, seed % 9973)
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => order(a) - order(b))
      .map(([name, item]) => [name, shuffleNames(item, seed)]),
  )
}
