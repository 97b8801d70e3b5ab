import type {
  LocalReset,
  Meter,
  MeterEncoding,
  ResetReading,
  WindowKind,
} from '../../evidence/kinds/quota-snapshot.ts'
import { instant } from '../../time/instant.ts'
import type { Column } from './column.ts'
import { dictionary, words, type PackedDictionary } from './dictionary.ts'
import { numbers, type PackedNumbers } from './numbers.ts'

/** The meters of all snapshots of a day, one after another. */
export interface PackedMeters {
  readonly windows: PackedDictionary<WindowKind>
  readonly pools: PackedDictionary<Meter['pool']>
  readonly minutes: PackedNumbers
  readonly encodings: PackedDictionary<MeterEncoding>
  readonly usedPercents: PackedNumbers
  readonly resolutions: PackedNumbers
  readonly explicit: PackedDictionary<boolean>
  readonly resets: PackedResets
  readonly missing: PackedDictionary<readonly string[]>
  readonly limits: PackedNumbers
  readonly used: PackedNumbers
  readonly remaining: PackedNumbers
}

/** `low` is the instant, or the least time to wait; `high` the time that it is less than. */
interface PackedResets {
  readonly kinds: PackedDictionary<ResetReading['kind'] | null>
  readonly low: PackedNumbers
  readonly high: PackedNumbers
  /** Those that were printed by a page's own clock; absent where there is none, and in segments from before they were kept. */
  readonly locals?: PackedDictionary<LocalReset | null>
}

const windows = words<WindowKind>()
const pools = words<Meter['pool']>()
const encodings = words<MeterEncoding>()
const flags = words<boolean>()
const missing = dictionary<readonly string[]>((fields) => JSON.stringify(fields))
const resetKinds = words<ResetReading['kind'] | null>()

const locals = dictionary<LocalReset | null>((reset) => JSON.stringify(reset))

function lowOf(reset: ResetReading | null): number | null {
  if (reset === null || reset.kind === 'local') return null
  return reset.kind === 'at' ? reset.at : reset.min
}

const resets: Column<ResetReading | null, PackedResets> = {
  pack: (all) => ({
    kinds: resetKinds.pack(all.map((reset) => reset?.kind ?? null)),
    low: numbers.pack(all.map(lowOf)),
    high: numbers.pack(all.map((reset) => (reset?.kind === 'in' ? reset.max : null))),
    ...(all.some((reset) => reset?.kind === 'local') && {
      locals: locals.pack(all.map((reset) => (reset?.kind === 'local' ? reset : null))),
    }),
  }),
  open: (packed, length) => {
    const kindAt = resetKinds.open(packed.kinds, length)
    const lowAt = numbers.open(packed.low, length)
    const highAt = numbers.open(packed.high, length)
    const localAt = packed.locals && locals.open(packed.locals, length)
    return (index) => {
      const kind = kindAt(index)
      if (kind === null) return null
      if (kind === 'local') return localAt?.(index) ?? null
      const low = lowAt(index) ?? 0
      return kind === 'at' ? { kind, at: instant(low) } : { kind, min: low, max: highAt(index) ?? 0 }
    }
  },
}

export const meters: Column<Meter, PackedMeters> = {
  pack: (all) => ({
    windows: windows.pack(all.map((meter) => meter.window)),
    pools: pools.pack(all.map((meter) => meter.pool)),
    minutes: numbers.pack(all.map((meter) => meter.minutes)),
    encodings: encodings.pack(all.map((meter) => meter.encoding)),
    usedPercents: numbers.pack(all.map((meter) => meter.usedPercent)),
    resolutions: numbers.pack(all.map((meter) => meter.resolution)),
    explicit: flags.pack(all.map((meter) => meter.explicit)),
    resets: resets.pack(all.map((meter) => meter.reset)),
    missing: missing.pack(all.map((meter) => meter.missing)),
    limits: numbers.pack(all.map((meter) => meter.limit)),
    used: numbers.pack(all.map((meter) => meter.used)),
    remaining: numbers.pack(all.map((meter) => meter.remaining)),
  }),
  open: (packed, length) => {
    const windowAt = windows.open(packed.windows, length)
    const poolAt = pools.open(packed.pools, length)
    const minutesAt = numbers.open(packed.minutes, length)
    const encodingAt = encodings.open(packed.encodings, length)
    const usedPercentAt = numbers.open(packed.usedPercents, length)
    const resolutionAt = numbers.open(packed.resolutions, length)
    const explicitAt = flags.open(packed.explicit, length)
    const resetAt = resets.open(packed.resets, length)
    const missingAt = missing.open(packed.missing, length)
    const limitAt = numbers.open(packed.limits, length)
    const usedAt = numbers.open(packed.used, length)
    const remainingAt = numbers.open(packed.remaining, length)
    return (index) => ({
      window: windowAt(index),
      pool: poolAt(index),
      minutes: minutesAt(index),
      encoding: encodingAt(index),
      usedPercent: usedPercentAt(index),
      resolution: resolutionAt(index) ?? 0,
      explicit: explicitAt(index),
      reset: resetAt(index),
      missing: missingAt(index),
      limit: limitAt(index),
      used: usedAt(index),
      remaining: remainingAt(index),
    })
  },
}
