import type { ErrorObservation } from '../../../evidence/kinds/error-observation.ts'
import type { Block } from '../../blocks/block.ts'
import type { Case, Rule } from '../case.ts'
import {
  segmentsAround,
  otherEncodingsOf,
  type MeterReading,
  type SegmentReadings,
} from '../../readings/meter-index.ts'
import { earliestIn } from '../../readings/meter-windows.ts'
import type { CauseVerdict, Fact } from '../../report.ts'
import { shareOf } from './error-text.ts'
import { directFor, disputedFor } from './fact.ts'
import { fullReadings, isUndisputed, type FullReading } from './full-meter.ts'

const QUOTA_WINDOWS = ['5h', '7d', 'month'] as const
type QuotaWindow = (typeof QUOTA_WINDOWS)[number]

/**
 * The text of a block that says that a quota was used up, and not which (docs/kimi.md#unnamed-quota); null where it has
 * none of weight.
 */
const unnamedText = (block: Block, share: number): ErrorObservation | null =>
  block.texts.find((error) => error.errorClass === 'quota_unnamed' && shareOf(error, block) >= share) ?? null

/**
 * Which quota a text means that does not name it, the meters tell: the one that was full then, while another was read that was
 * not. The text shows that a quota refused, so nobody needs to have looked at the history as well.
 */
export const fullMeterOfUnnamed =
  (window: QuotaWindow): Rule =>
  (subject) => {
    const { block, rules } = subject
    const text = unnamedText(block, rules.textShare)
    const full = text ? fullThen(subject, window) : []
    const [first] = full
    if (!text || !first) return []
    const others = QUOTA_WINDOWS.filter((other) => other !== window)
    if (others.some((other) => isReadFull(subject, other))) return []
    if (!full.some((each) => others.some((other) => isReadBelow(subject, other, each.shown)))) return []
    return [
      directFor('full_meter_of_unnamed', {
        values: {
          message: { unit: 'text', value: text.message },
          window: { unit: 'window', value: window },
          used: { unit: 'percent', value: first.shown.used },
          at: { unit: 'instant', value: first.shown.reading.span.from },
        },
        refs: [...new Set([text.id, ...full.map(({ shown }) => shown.reading.snapshot.id)])],
      }),
    ]
  }

/** Full readings of the time of the refusals that nothing disputes. */
function fullThen(subject: Case, window: QuotaWindow): readonly FullReading[] {
  return subject.block.within
    ? pastedFull(subject, window).filter(({ shown, group }) => isAgreed(shown, group))
    : fullReadings(subject, window).filter((each) => isUndisputed(subject, each))
}

/** It was read full in the window that holds the refusals, if only before or after them. */
const isReadFull = ({ meters, block, rules }: Case, window: QuotaWindow): boolean =>
  segmentsAround(meters[window], block.span).some(
    ({ segment, peak }) =>
      peak.used >= rules.fullMeterPercent &&
      earliestIn(segment) <= block.span.to &&
      block.span.from < segment.to,
  )

/** Full meters of the readings that were pasted with the texts: by their time alone the refusal is dated. */
function pastedFull({ meters, block, rules }: Case, window: QuotaWindow): readonly FullReading[] {
  const pasted = new Set(block.texts.map(({ readWith }) => readWith))
  return segmentsAround(meters[window], block.span).flatMap((group) =>
    group.readings
      .filter(({ used, reading }) => used >= rules.fullMeterPercent && pasted.has(reading.snapshot.id))
      .map((shown) => ({ shown, group })),
  )
}

const isAgreed = (shown: MeterReading, group: SegmentReadings): boolean =>
  !shown.reading.snapshot.wallet?.active &&
  otherEncodingsOf(shown, group).every(
    (other) => Math.abs(other.used - shown.used) <= other.meter.resolution + shown.meter.resolution,
  )

/** The same reading states that another window was not used up. */
const isReadBelow = (
  { rules }: Case,
  window: QuotaWindow,
  { reading: { snapshot } }: MeterReading,
): boolean =>
  snapshot.meters.some(
    ({ window: other, pool, explicit, usedPercent, resolution }) =>
      other === window &&
      pool !== 'code' &&
      explicit &&
      usedPercent !== null &&
      usedPercent + resolution <= rules.fullMeterPercent,
  )

/**
 * A text says that some quota was used up, and yet each of the three is contradicted: sources disagree, and none of them is
 * ruled out by that. Nor is one by the time alone at which service was back, where no reset that is known brought it back: then
 * a window was reset out of turn, or somebody paid.
 */
export function keepOneQuota(
  { block, rules }: Case,
  verdicts: readonly CauseVerdict[],
): readonly CauseVerdict[] {
  const text = unnamedText(block, rules.textShare)
  if (!text) return verdicts
  const quotas = verdicts.filter(({ cause }) => cause.startsWith('quota'))
  const details = { values: { message: { unit: 'text', value: text.message } }, refs: [text.id] } as const
  if (quotas.every(({ verdict }) => verdict === 'contradicted'))
    return undecided(verdicts, quotas, disputedFor('text_quota_all_low', details))
  const isBackAtReset = quotas.some(({ facts }) => facts.some(({ rule }) => rule === 'back_at_reset'))
  const byTimeAlone = isBackAtReset ? [] : quotas.filter(isContradictedByTimeAlone)
  return undecided(verdicts, byTimeAlone, disputedFor('text_quota_back_early', details))
}

const isContradictedByTimeAlone = ({ verdict, facts }: CauseVerdict): boolean =>
  verdict === 'contradicted' &&
  facts.every(
    ({ bearing, strong, rule }) => bearing !== 'against' || !strong || rule === 'back_in_mid_window',
  )

const undecided = (
  verdicts: readonly CauseVerdict[],
  some: readonly CauseVerdict[],
  fact: Fact,
): readonly CauseVerdict[] =>
  verdicts.map((each) =>
    some.includes(each) ? { ...each, verdict: 'undecidable', facts: [...each.facts, fact] } : each,
  )
