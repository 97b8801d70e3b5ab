import { isExample } from '../../evidence/example.ts'
import type { Meter, QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Origin } from '../../evidence/origin.ts'
import { QUOTA_CAUSE } from '../judge/quota-causes.ts'
import type { Cause } from '../report.ts'
import type { ListedError } from './error-list.ts'

/**
 * Of the meters that stand in one text with errors, where nothing dates either, the one that tells most of them: the fullest
 * of those whose quota they name, else the fullest of all. Null where there is none, or none that tells: a number that may
 * only hold the place of one, or one so near to full that rounding decides.
 */
export function meterBeside(
  errors: readonly ListedError[],
  snapshots: readonly QuotaSnapshot[],
): Meter | null {
  const captures = new Set(errors.flatMap(({ error }) => capturesOf(error)))
  const beside = snapshots.filter((each) => capturesOf(each).some((capture) => captures.has(capture)))
  const meters = undatedMeters(beside)
  const named = new Set<Cause>(errors.flatMap(({ names }) => names))
  const ofNamed = meters.filter(({ window }) => named.has(QUOTA_CAUSE[window]))
  return tellingMeter(ofNamed.length > 0 ? ofNamed : meters)
}

/** The same where there is no error: the fullest meter of readings that nothing dates. */
export const meterAlone = (snapshots: readonly QuotaSnapshot[]): Meter | null =>
  tellingMeter(undatedMeters(snapshots))

type QuotaMeter = Meter & { readonly window: keyof typeof QUOTA_CAUSE }

const undatedMeters = (snapshots: readonly QuotaSnapshot[]): readonly QuotaMeter[] =>
  snapshots
    .filter((each) => each.when.kind === 'undated' && !isExample(each))
    .flatMap((each) => each.meters)
    .filter((each) => each.explicit && each.usedPercent !== null)
    .flatMap((each) => (each.window === 'other' ? [] : [{ ...each, window: each.window }]))

function tellingMeter(meters: readonly Meter[]): Meter | null {
  const [fullest] = meters.toSorted((a, b) => usedOf(b) - usedOf(a))
  return fullest && (isFull(fullest) || usedOf(fullest) + fullest.resolution < 100) ? fullest : null
}

export const isFull = (meter: Meter): boolean => usedOf(meter) >= 100

const usedOf = ({ usedPercent }: Meter): number => usedPercent ?? 0

const capturesOf = ({ origins }: { readonly origins: readonly Origin[] }): readonly string[] =>
  origins.map(({ capture }) => capture)
