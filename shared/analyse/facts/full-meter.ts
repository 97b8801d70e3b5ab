import type { WindowKind } from '../../evidence/quota-snapshot.ts'
import { recordsWithin } from '../placed-records.ts'
import { span } from '../../time/span.ts'
import type { Case, Rule } from '../case.ts'
import { directFor, weakFor } from './fact.ts'
import { segmentsAround, type MeterReading } from '../meter-index.ts'

const QUOTA_WINDOWS: readonly WindowKind[] = ['5h', '7d', 'month']

/**
 * A meter that stood at its limit while requests were refused is direct evidence (DESIGN.md 4), if the reading was taken
 * at or after the first refusal (less the lag) and in the window that holds the refusals, nothing succeeded while it
 * was full, no extra-usage wallet was active, no other encoding disagrees, and service came back no sooner than that
 * window's reset (or is not back yet). With a second full meter it is disputed: either may have been the reason.
 */
export const fullMeter =
  (window: WindowKind): Rule =>
  (subject) => {
    const full = fullReadings(subject, window)
    const [first] = full
    if (!first) return []
    const details = {
      values: {
        window: { unit: 'window', value: window },
        used: { unit: 'percent', value: first.used },
        at: { unit: 'instant', value: first.reading.span.from },
      },
      refs: [...new Set(full.map(({ reading }) => reading.snapshot.id))],
    } as const
    const rivals = QUOTA_WINDOWS.filter(
      (other) => other !== window && fullReadings(subject, other).length > 0,
    )
    const proven =
      full.some((each) => isProof(subject, each)) && rivals.every((rival) => !couldEnd(subject, rival))
    return [proven ? directFor('full_meter', details) : weakFor('full_meter_disputed', details)]
  }

/** Full readings in the segment that holds the refusals. */
function fullReadings(subject: Case, window: WindowKind): readonly MeterReading[] {
  const { block, rules } = subject
  const segments = segmentsAround(subject.meters[window], block.span)
  const full = segments.filter(({ peak }) => peak.used >= rules.fullMeterPercent)
  return full
    .flatMap(({ readings }) => readings)
    .filter(({ used, segment, reading }) => {
      const holds = (segment.from ?? block.span.from) <= block.span.to && block.span.from < segment.to
      const inTime = reading.span.from >= block.span.from - rules.meterLag && reading.span.from < segment.to
      return used >= rules.fullMeterPercent && holds && inTime && !block.within
    })
}

function isProof(subject: Case, each: MeterReading): boolean {
  const { block, records, rules } = subject
  const { reading, meter, segment } = each
  const others = segmentsAround(subject.meters[segment.window], reading.span)
    .flatMap(({ readings }) => readings)
    .filter((other) => other.reading === reading)
  const conflict = others.some(
    (other) => Math.abs(other.used - each.used) > other.meter.resolution + meter.resolution,
  )
  const until = Math.min(segment.to, block.backAt ?? subject.now)
  const successes = until > reading.span.to ? recordsWithin(records, span(reading.span.to, until)) : []
  return (
    !conflict &&
    !reading.snapshot.wallet?.active &&
    block.successes === 0 &&
    !successes.some(({ record }) => record.outcome === 'success') &&
    (block.backAt === null ? subject.now < segment.to : block.backAt >= segment.to - rules.resetTolerance)
  )
}

/** A rival full meter whose reset may have been what brought service back: it did not reset long before that. */
function couldEnd(subject: Case, rival: WindowKind): boolean {
  const { block, rules } = subject
  if (block.backAt === null) return true
  const back = block.backAt
  return fullReadings(subject, rival).some(
    ({ segment }) => back >= segment.to - rules.resetTolerance && back <= segment.to + rules.backAfterReset,
  )
}
