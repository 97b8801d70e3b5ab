import type { Concluded } from '../../analyse/analysis.ts'
import { overviewOf, type LatestMeter } from '../../analyse/views/overview.ts'
import type { Cause, Incident, Report } from '../../analyse/report.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'

/** Whether requests are let through, as far as something shows it. */
export type ServiceState =
  | { readonly kind: 'back'; readonly why: 'success' | 'reset' | 'never_refused' }
  | {
      readonly kind: 'refused'
      readonly cause: Cause | 'unknown'
      /** When the window that is used up is reset, where that is known; nobody need have seen it. */
      readonly resetsAt: Instant | null
    }

const WINDOW_OF: Readonly<Partial<Record<Cause, WindowKind>>> = {
  quota_5h: '5h',
  quota_7d: '7d',
  quota_month: 'month',
}
const FULL = 100

/**
 * Whether service is back. It is refused as long as a block has seen no success, or a meter was last read as used up, and
 * nothing has shown since that the window was reset. A reset that is due and that nobody has seen shows nothing.
 */
export function serviceState(analysis: Concluded): ServiceState {
  const { report, evidence } = analysis
  const { lastBlock, meters } = overviewOf(analysis)
  const full = meters.find((meter) => (meter.usedPercent ?? 0) >= FULL && !succeededAfter(meter, lastBlock))
  if (full) return { kind: 'refused', cause: causeOf(full.window), resetsAt: full.reset?.at ?? null }
  if (!lastBlock) return undatedOnly(evidence) ? UNKNOWN_REFUSAL : { kind: 'back', why: 'never_refused' }
  if (!lastBlock.block.open) return { kind: 'back', why: 'success' }
  if (wasReset(lastBlock, report)) return { kind: 'back', why: 'reset' }
  const resetsAt = meters.find(({ window }) => window === WINDOW_OF[causeName(lastBlock)])?.reset?.at ?? null
  return { kind: 'refused', cause: lastBlock.leading, resetsAt }
}

const UNKNOWN_REFUSAL: ServiceState = { kind: 'refused', cause: 'unknown', resetsAt: null }

/** A refusal that nothing dates may be of this minute. */
const undatedOnly = ({ errors }: Evidence): boolean => errors.some(({ when }) => when.kind === 'undated')

/** Extra usage, or a reset that no meter has shown yet: a request went through after the meter was read. */
const succeededAfter = ({ read }: LatestMeter, block: Incident | null): boolean =>
  block !== null && !block.block.open && block.block.span !== null && block.block.span.to > read.to

/**
 * A window that may have refused was reset after the last refusal, and a reading shows the new one: that of the cause, or one
 * that was read as used up.
 */
function wasReset(incident: Incident, { resets, windows }: Report): boolean {
  const { span } = incident.block
  if (span === null) return false
  const wasFull = (window: WindowKind, end: Instant) =>
    windows.some(
      (each) => each.window === window && each.span.to === end && (each.peakUsedPercent ?? 0) >= FULL,
    )
  const named = WINDOW_OF[causeName(incident)]
  return resets.some(
    ({ window, at, state }) =>
      state === 'verified' &&
      at >= span.to &&
      (window === named || (named === undefined && wasFull(window, at))),
  )
}

const causeName = ({ leading }: Incident): Cause => (leading === 'unknown' ? 'platform' : leading)

function causeOf(window: WindowKind): Cause | 'unknown' {
  switch (window) {
    case '5h':
      return 'quota_5h'
    case '7d':
      return 'quota_7d'
    case 'month':
      return 'quota_month'
    case 'other':
      return 'unknown'
    default:
      return window satisfies never
  }
}
