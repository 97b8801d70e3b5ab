import { isExample } from '../../evidence/example.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { Origin } from '../../evidence/origin.ts'
import { QUOTA_CAUSE } from '../judge/quota-causes.ts'
import type { Cause } from '../report.ts'
import type { ListedError } from './error-list.ts'
import { USED_WINDOWS, type UsedWindow } from './meter-use.ts'

/**
 * Of the meters that stand in one text with errors, where nothing dates either, those that tell most of them: of the quotas
 * that they name where one of these is there, else of all, the full one alone, or the fullest of each window, 5 hours first.
 * None where the fullest tells nothing: a number that may only hold the place of one, or one so near to full that rounding
 * decides.
 */
export function metersBeside(
  errors: readonly ListedError[],
  snapshots: readonly QuotaSnapshot[],
): readonly TellingMeter[] {
  const captures = new Set(errors.flatMap(({ error }) => capturesOf(error)))
  const beside = snapshots.filter((each) => capturesOf(each).some((capture) => captures.has(capture)))
  const meters = undatedMeters(beside)
  const named = new Set<Cause>(errors.flatMap(({ names }) => names))
  const ofNamed = meters.filter(({ window }) => named.has(QUOTA_CAUSE[window]))
  return tellingMeters(ofNamed.length > 0 ? ofNamed : meters)
}

/** The same where there is no error: of readings that nothing dates. */
export const metersAlone = (snapshots: readonly QuotaSnapshot[]): readonly TellingMeter[] =>
  tellingMeters(undatedMeters(snapshots))

export interface TellingMeter {
  readonly window: UsedWindow
  /** Percent points. */
  readonly used: number
  /** The least that another reading of that window shows in the same text, percent points; `used` where none does. */
  readonly least: number
  /** What rounding may hide, percent points. */
  readonly resolution: number
}

type UndatedMeter = Omit<TellingMeter, 'least'>

const undatedMeters = (snapshots: readonly QuotaSnapshot[]): readonly UndatedMeter[] =>
  snapshots
    .filter((each) => each.when.kind === 'undated' && !isExample(each))
    .flatMap((each) => each.meters)
    .flatMap(({ window, explicit, usedPercent: used, resolution }) =>
      window === 'other' || !explicit || used === null ? [] : [{ window, used, resolution }],
    )

function tellingMeters(meters: readonly UndatedMeter[]): readonly TellingMeter[] {
  const byWindow = USED_WINDOWS.flatMap((window) => {
    const fullestFirst = meters.filter((each) => each.window === window).toSorted((a, b) => b.used - a.used)
    const [fullest] = fullestFirst
    return fullest ? [{ ...fullest, least: fullestFirst.at(-1)?.used ?? fullest.used }] : []
  })
  const fullest = byWindow.toSorted((a, b) => b.used - a.used)[0]
  if (!fullest) return []
  if (isFull(fullest)) return [fullest]
  return isAlmostFull(fullest) ? [] : byWindow
}

export const isFull = ({ used }: UndatedMeter): boolean => used >= 100

const isAlmostFull = ({ used, resolution }: UndatedMeter): boolean => used + resolution >= 100

/** Whether the text shows that meter full and, elsewhere, with something left. */
export const isFullAndLow = (meter: TellingMeter): boolean =>
  isFull(meter) && !isAlmostFull({ ...meter, used: meter.least })

const capturesOf = ({ origins }: { readonly origins: readonly Origin[] }): readonly string[] =>
  origins.map(({ capture }) => capture)
