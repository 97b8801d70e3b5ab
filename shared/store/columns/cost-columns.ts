import type { CallCost } from '../../evidence/kinds/call-cost.ts'
import type { Codec } from '../segments/codec.ts'
import { words, type PackedDictionary } from './dictionary.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { numbers, type PackedNumbers } from './numbers.ts'
import { origins, type PackedOrigins } from './origins.ts'
import { whens, type PackedWhens } from './whens.ts'

/** What the calls of one day took of the pool: several a minute, as many as there are rows of history. */
export interface CostColumns {
  readonly ids: PackedIds
  readonly whens: PackedWhens
  readonly products: PackedDictionary<string>
  readonly percents: PackedNumbers
  readonly below: PackedDictionary<boolean>
  readonly resolutions: PackedNumbers
  readonly origins: PackedOrigins
}

const ids = idsOf('cost')
const products = words<string>()
const flags = words<boolean>()

export const costCodec: Codec<CallCost, CostColumns> = {
  pack: (costs) => ({
    ids: ids.pack(costs.map(({ id }) => id)),
    whens: whens.pack(costs.map(({ when }) => when)),
    products: products.pack(costs.map(({ product }) => product)),
    percents: numbers.pack(costs.map(({ percent }) => percent)),
    below: flags.pack(costs.map(({ below }) => below)),
    resolutions: numbers.pack(costs.map(({ resolution }) => resolution)),
    origins: origins.pack(costs.map((cost) => cost.origins)),
  }),
  open: (packed, length) => {
    const idAt = ids.open(packed.ids, length)
    const whenAt = whens.open(packed.whens, length)
    const productAt = products.open(packed.products, length)
    const percentAt = numbers.open(packed.percents, length)
    const belowAt = flags.open(packed.below, length)
    const resolutionAt = numbers.open(packed.resolutions, length)
    const originsAt = origins.open(packed.origins, length)
    return {
      length,
      idAt,
      itemAt: (row) => ({
        id: idAt(row),
        when: whenAt(row),
        product: productAt(row),
        percent: numberOf(percentAt(row)),
        below: belowAt(row),
        resolution: numberOf(resolutionAt(row)),
        origins: originsAt(row),
      }),
    }
  },
}

function numberOf(value: number | null): number {
  if (value === null) throw new RangeError('a cost without its number')
  return value
}
