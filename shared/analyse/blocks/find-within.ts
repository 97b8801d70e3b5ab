/** Texts that stand in others, and those in which one stands. */
export interface Within {
  readonly parts: ReadonlySet<string>
  readonly wholes: ReadonlySet<string>
}

/**
 * Which parts stand in any whole, and which wholes hold any part, as `whole.includes(part)` has it, in time that grows
 * with the letters of both: to try each part on each whole took minutes for a log of thousands of texts (Aho and Corasick).
 */
export function findWithin(parts: readonly string[], wholes: readonly string[]): Within {
  const found = inGroups(parts).map((group) => {
    const tree = new PartTree(group)
    const holding = wholes.filter((whole) => tree.walk(whole))
    return { parts: tree.partsSeen(), holding }
  })
  return {
    parts: new Set(found.flatMap((group) => group.parts)),
    wholes: new Set(found.flatMap((group) => group.holding)),
  }
}

/** So many letters go into one tree: a Map takes 16 million. */
const MOST_LETTERS = 4_000_000

function inGroups(parts: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  let letters = Infinity
  for (const part of parts) {
    letters += part.length
    if (letters > MOST_LETTERS) {
      groups.push([])
      letters = part.length
    }
    groups.at(-1)?.push(part)
  }
  return groups
}

/** The place at the beginning of every part. */
const ROOT = 0

/**
 * The parts as a tree of their letters: a place is a beginning of some part, and falls back to the longest other place
 * that it ends with.
 *
 *     she, he:   ROOT ─s─ s ─h─ sh ─e─ she (falls back to he)
 *                ROOT ─h─ h ─e─ he
 */
class PartTree {
  readonly #next = new Map<number, number>()
  readonly #letters = [0]
  readonly #parents = [ROOT]
  readonly #depths = [0]
  readonly #ends = new Map<number, string>()
  readonly #fallBack: number[]
  /** Of a place whether a part ends there. */
  readonly #holds: boolean[]
  readonly #seen: boolean[]
  /** The short before the long: a place falls back to a shorter one. */
  readonly #inOrder: readonly number[]

  constructor(parts: readonly string[]) {
    for (const part of parts) if (part !== '') this.#ends.set(this.#grow(part), part)
    this.#inOrder = [...this.#depths.keys()].slice(1).toSorted((a, b) => this.#depth(a) - this.#depth(b))
    this.#fallBack = this.#depths.map(() => ROOT)
    this.#holds = this.#depths.map((_, place) => this.#ends.has(place))
    this.#seen = this.#depths.map(() => false)
    for (const place of this.#inOrder) {
      const parent = this.#parents[place] ?? ROOT
      const back =
        parent === ROOT ? ROOT : this.#after(this.#fallBack[parent] ?? ROOT, this.#letters[place] ?? 0)
      this.#fallBack[place] = back
      if (this.#holds[back]) this.#holds[place] = true
    }
  }

  /** Whether any part stands in it. What stands in it is noted. */
  walk(whole: string): boolean {
    let [place, holds] = [ROOT, false]
    for (let at = 0; at < whole.length; at += 1) {
      place = this.#after(place, whole.charCodeAt(at))
      this.#seen[place] = true
      if (this.#holds[place]) holds = true
    }
    return holds
  }

  /** The parts that stand in anything that was walked. */
  partsSeen(): readonly string[] {
    for (const place of this.#inOrder.toReversed())
      if (this.#seen[place]) this.#seen[this.#fallBack[place] ?? ROOT] = true
    return [...this.#ends].filter(([place]) => this.#seen[place]).map(([, part]) => part)
  }

  #grow(part: string): number {
    let place = ROOT
    for (let at = 0; at < part.length; at += 1) {
      const letter = part.charCodeAt(at)
      const found = this.#next.get(keyOf(place, letter))
      if (found !== undefined) {
        place = found
        continue
      }
      const made = this.#letters.push(letter) - 1
      this.#parents.push(place)
      this.#depths.push(this.#depth(place) + 1)
      this.#next.set(keyOf(place, letter), made)
      place = made
    }
    return place
  }

  #after(from: number, letter: number): number {
    for (let place = from; ; place = this.#fallBack[place] ?? ROOT) {
      const next = this.#next.get(keyOf(place, letter))
      if (next !== undefined) return next
      if (place === ROOT) return ROOT
    }
  }

  #depth(place: number): number {
    return this.#depths[place] ?? 0
  }
}

const keyOf = (place: number, letter: number): number => place * 0x1_0000 + letter
