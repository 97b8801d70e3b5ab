import type { Case } from '../case.ts'
import { causeNamed, causesNamed } from '../../blocks/error-causes.ts'
import { isRefused, type Refusal } from '../../blocks/refusals.ts'
import { firstAtOrAfter } from '../../clocks/placed-records.ts'
import type { MeterReading } from '../../readings/meter-index.ts'
import { earliestIn, type MeterSegment } from '../../readings/meter-windows.ts'
import type { UsedWindow } from '../../views/meter-use.ts'
import { QUOTA_CAUSE } from '../quota-causes.ts'
import { maybeFullAt, surelyFullAt } from './refuses-when-full.ts'

/**
 * Whether a meter that was full before these refusals, in rows that say no more than a status, may not be what refused. A
 * used-up quota refuses the first request that meets it, and does not change its status; a full meter alone does not tell
 * which refusals are the quota's:
 *
 *     meter   full ├────────────────────────────
 *     rows        ok  403 403 403   │ 429 429      something else has come up as well
 *     rows        ok  · · · · · · · · 403 403      the quota's own may not be listed: some histories leave 429 out
 *     rows        ok  403 403 · · · · 403 403      the quota's
 *     rows        ok  · · · · · · · · 403 403 │ ok  the quota's, which was reset
 *
 * Nor whether it was full before others came up, where it was first read with these:
 *
 *     meter                        full ├────────
 *     rows        ok  429 429  │ 403 403 403        the 403 are the quota's, or the 429, and not both
 *     rows        ok  403 403  │ 429 429 429        as well: a quota that refuses with 403 had not refused the 429
 */
export function mayBeOfAnother(
  subject: Case,
  window: UsedWindow,
  segment: MeterSegment,
  readings: readonly MeterReading[],
): boolean {
  const { block, rules } = subject
  if (block.refusals.length === 0) return false
  const statuses = block.refusals.flatMap(({ status }) => status ?? [])
  const isNoneOf = (status: number | null) =>
    status !== null && statuses.length > 0 && !statuses.includes(status)
  const told = toldBefore(subject, window, segment)
  if (told && isNoneOf(told.status)) return true
  const surely = surelyFullAt(readings, rules.fullMeterPercent)
  if (surely !== null && isFirstReadWithOthers(subject, window, surely)) return true
  if (surely !== null && isFirstReadAfterOthers(subject, window, surely)) return true
  const full = maybeFullAt(readings, rules.fullMeterPercent)
  if (full === null || full >= block.span.from) return false
  const first = firstRefusedBy(subject, full)
  const isOther = first !== null && isNoneOf(first.status)
  const isLate = (first?.at ?? block.span.from) - full > rules.askedAgain
  const isListedLess = block.texts.length === 0 && statuses.every((status) => status === LISTED_ALWAYS)
  return isOther || (isLate && isListedLess && !isBackAtReset(subject, segment))
}

/** By then others were refused, with a status that a quota may have as well, and in no words that say what it was. */
function isFirstReadWithOthers({ block }: Case, window: UsedWindow, full: number): boolean {
  const after = block.refusedAfter ?? []
  const [next] = after
  if (!next || full < next.span.from) return false
  if (block.texts.some((text) => causeNamed(text) === QUOTA_CAUSE[window])) return false
  const own = new Set(block.refusals.map(({ status }) => status))
  return after.some(
    ({ status, error }) =>
      status !== null &&
      OF_QUOTAS.has(status) &&
      !own.has(status) &&
      (error === null || causesNamed(error).length === 0 || causesNamed(error).includes(QUOTA_CAUSE[window])),
  )
}

/**
 * The refusals before were a quota's by their status, those with the full reading are of one that other limits have more often,
 * and no text names the quota.
 */
function isFirstReadAfterOthers({ block }: Case, window: UsedWindow, full: number): boolean {
  const [first] = block.refusedBefore ?? []
  if (!first || full < first.span.from) return false
  if (block.texts.some((text) => causesNamed(text).includes(QUOTA_CAUSE[window]))) return false
  const own = block.refusals.flatMap(({ status }) => status ?? [])
  return (
    own.length > 0 &&
    own.every((status) => status === OF_OTHERS) &&
    block.refusedBefore?.some(
      ({ status, error }) => status === LISTED_ALWAYS && (error === null || causesNamed(error).length === 0),
    ) === true
  )
}

/** What too many requests and an overload are refused with; quotas are by older words (docs/kimi.md#error-texts). */
export const OF_OTHERS = 429

/** What a used-up quota is refused with (docs/kimi.md#error-texts). */
const OF_QUOTAS: ReadonlySet<number> = new Set([403, 429])

/** A text before these refusals that named the quota: then it was full, however late its meter was read. */
const toldBefore = ({ block }: Case, window: UsedWindow, segment: MeterSegment): Refusal | undefined =>
  block.refusedBefore?.findLast(
    ({ span: { from }, error }) =>
      error !== null && causeNamed(error) === QUOTA_CAUSE[window] && from >= earliestIn(segment),
  )

/** Service came back within minutes after the meter's reset: another reason would have had to end just then. */
const isBackAtReset = ({ block: { backAt }, rules }: Case, { to: reset }: MeterSegment): boolean =>
  backAt !== null && backAt >= reset - rules.resetTolerance && backAt <= reset + rules.backAfterReset

/** The status of refusals that every history lists which lists any; whether 429 is listed is not known of all (docs/kimi.md#not-known). */
const LISTED_ALWAYS = 403

/**
 * The first refusal before the block that a meter met which was full at a moment: after the last success, since a reading
 * comes some minutes after what it shows.
 */
function firstRefusedBy(
  { block, records, rules }: Case,
  full: number,
): { readonly at: number; readonly status: number | null } | null {
  let index = firstAtOrAfter(records, full)
  for (; index > 0; index--) {
    const row = records[index - 1]
    if (!row || row.at < full - rules.askedAgain || row.record.outcome === 'success') break
  }
  const from = Math.min(records[index]?.at ?? full, full)
  const earlier = block.refusedBefore?.find(({ span: { from: at } }) => at >= from)
  const until = Math.min(earlier?.span.from ?? block.span.from, block.span.from)
  for (; index < records.length; index++) {
    const row = records[index]
    if (!row || row.at >= until) break
    if (isRefused(row.record)) return { at: row.at, status: row.record.status }
  }
  return earlier ? whenRefused(earlier) : null
}

const whenRefused = ({ span: { from }, status }: Refusal) => ({ at: from, status })
