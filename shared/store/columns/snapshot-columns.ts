import { isExample } from '../../evidence/example.ts'
import type { Meter, QuotaSnapshot, SnapshotSource, Wallet } from '../../evidence/kinds/quota-snapshot.ts'
import type { Codec } from '../segments/codec.ts'
import { dictionary, words, type PackedDictionary } from './dictionary.ts'
import { idsOf, type PackedIds } from './ids.ts'
import { listOf, type PackedLists } from './list.ts'
import { meters, type PackedMeters } from './meters.ts'
import { numbers, type PackedNumbers } from './numbers.ts'
import { origins, type PackedOrigins } from './origins.ts'
import { instantOrNull, whens, type PackedWhens } from './whens.ts'

/** The meter readings of one day: about 150 bytes each, where an object takes 1,300. */
export interface SnapshotColumns {
  readonly ids: PackedIds
  readonly whens: PackedWhens
  readonly sources: PackedDictionary<SnapshotSource>
  readonly meters: PackedLists<PackedMeters>
  readonly caps: PackedNumbers
  readonly inFlight: PackedNumbers
  readonly plans: PackedDictionary<string | null>
  readonly subscribedAt: PackedNumbers
  readonly wallets: PackedDictionary<Wallet | null>
  readonly origins: PackedOrigins
  /** Which of them are examples; absent where none is, as in days from before there were any. */
  readonly examples?: readonly number[]
}

const ids = idsOf('snapshot')
const sources = words<SnapshotSource>()
const meterLists = listOf<Meter, PackedMeters>(meters)
const plans = words<string | null>()
const wallets = dictionary<Wallet | null>(
  (wallet) =>
    wallet &&
    JSON.stringify([
      wallet.active,
      wallet.currency,
      wallet.leftCents,
      wallet.monthlyLimitCents,
      wallet.monthlyUsedCents,
    ]),
)

export const snapshotCodec: Codec<QuotaSnapshot, SnapshotColumns> = {
  pack: (snapshots) => ({
    ...examplesIn(snapshots),
    ids: ids.pack(snapshots.map(({ id }) => id)),
    whens: whens.pack(snapshots.map(({ when }) => when)),
    sources: sources.pack(snapshots.map(({ source }) => source)),
    meters: meterLists.pack(snapshots.map((snapshot) => snapshot.meters)),
    caps: numbers.pack(snapshots.map(({ cap }) => cap)),
    inFlight: numbers.pack(snapshots.map(({ inFlight }) => inFlight)),
    plans: plans.pack(snapshots.map(({ plan }) => plan)),
    subscribedAt: numbers.pack(snapshots.map(({ subscribedAt }) => subscribedAt)),
    wallets: wallets.pack(snapshots.map(({ wallet }) => wallet)),
    origins: origins.pack(snapshots.map((snapshot) => snapshot.origins)),
  }),
  open: (packed, length) => {
    const idAt = ids.open(packed.ids, length)
    const whenAt = whens.open(packed.whens, length)
    const sourceAt = sources.open(packed.sources, length)
    const metersAt = meterLists.open(packed.meters, length)
    const capAt = numbers.open(packed.caps, length)
    const inFlightAt = numbers.open(packed.inFlight, length)
    const planAt = plans.open(packed.plans, length)
    const subscribedAt = numbers.open(packed.subscribedAt, length)
    const walletAt = wallets.open(packed.wallets, length)
    const originsAt = origins.open(packed.origins, length)
    const examples = new Set(packed.examples)
    return {
      length,
      idAt,
      itemAt: (row) => ({
        id: idAt(row),
        when: whenAt(row),
        source: sourceAt(row),
        meters: metersAt(row),
        cap: capAt(row),
        inFlight: inFlightAt(row),
        plan: planAt(row),
        subscribedAt: instantOrNull(subscribedAt(row)),
        wallet: walletAt(row),
        ...(examples.has(row) && { example: true }),
        origins: originsAt(row),
      }),
    }
  },
}

function examplesIn(snapshots: readonly QuotaSnapshot[]): Pick<SnapshotColumns, 'examples'> {
  const examples = snapshots.flatMap((snapshot, row) => (isExample(snapshot) ? [row] : []))
  return examples.length === 0 ? {} : { examples }
}
