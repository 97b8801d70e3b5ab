import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that can be repeated: the same seed and stream give the same draws in the same order. */
export interface Random {
  /** From `low` (included) to `high` (excluded). */
  readonly between: (low: number, high: number) => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[] & { readonly 0: T }) => T
  /** Between `low` and `high`, small values more often: evenly spread on a logarithmic scale. */
  readonly skewed: (low: number, high: number) => number
}

/**
 * One stream of chance of a seed. Streams keep apart what must not disturb each other: another observer of the same
 * seed sees the same world.
 */
export function randomFrom(seed: number, stream: string): Random {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ hash(stream))
  const next = () => uniformFloat64(generator)
  next() // neighbouring seeds begin alike
  return {
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const drawn = list[Math.floor(next() * list.length)]
      return drawn === undefined ? list[0] : drawn
    },
    skewed: (low, high) => low * (high / low) ** next(),
  }
}

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return sum
}
