import { SMALL_SHELVES } from './put-small.ts'
import { sameEvidence } from './same-evidence.ts'
import { SMALL_KINDS, type SmallItems, type SmallKind } from './schema.ts'

export type Small = { readonly [Kind in SmallKind]: readonly SmallItems[Kind][] }

/** The items of the small kinds that were added; null if any was removed. */
export function addedSmallItems(before: Small, after: Small): Small | null {
  let gone = false
  const news = <Kind extends SmallKind>(kind: Kind): readonly SmallItems[Kind][] => {
    const { keyOf } = SMALL_SHELVES[kind]
    const nameOf = (item: SmallItems[Kind]) => JSON.stringify(keyOf(item))
    const known = new Map(before[kind].map((item) => [nameOf(item), item]))
    const fresh = after[kind].filter((item) => {
      const same = known.get(nameOf(item))
      known.delete(nameOf(item))
      return !same || !sameEvidence(same, item)
    })
    gone ||= known.size > 0
    return fresh
  }
  const all = Object.fromEntries(SMALL_KINDS.map((kind) => [kind, news(kind)]))
  return gone ? null : { devices: [], marks: [], annotations: [], rejects: [], unknownFields: [], ...all }
}
