import { evidenceId } from '../../evidence/id.ts'
import type {
  Meter,
  QuotaSnapshot,
  ResetReading,
  SnapshotSource,
  Wallet,
} from '../../evidence/kinds/quota-snapshot.ts'
import { UNDATED, type When } from '../../evidence/when.ts'
import { SECOND } from '../../time/duration.ts'
import { later, type Instant } from '../../time/instant.ts'
import { span } from '../../time/span.ts'
import type { JsonPiece, ParseContext, Parsed } from '../parser.ts'

/** What a body said of the quota; what it does not say is left out. */
export interface SnapshotContent {
  readonly meters: readonly Meter[]
  readonly cap?: number | null
  readonly inFlight?: number | null
  readonly plan?: string | null
  readonly subscribedAt?: Instant | null
  readonly wallet?: Wallet | null
}

/** The snapshot of a body; none where the body says nothing (a free account, windows that are switched off). */
export function snapshotIn(
  source: SnapshotSource,
  content: SnapshotContent,
  piece: JsonPiece,
  context: ParseContext,
): Parsed {
  const { meters, ...others } = content
  if (meters.length > 0 || Object.values(others).some((value) => value !== null && value !== undefined))
    return { snapshots: [snapshotOf(source, content, piece, context)] }
  return {}
}

/** A reading that a service gave at the moment of the capture; undated where that moment is not known. */
export function snapshotOf(
  source: SnapshotSource,
  content: SnapshotContent,
  piece: JsonPiece,
  context: ParseContext,
): QuotaSnapshot {
  const { meters, cap = null, inFlight = null, plan = null, subscribedAt = null, wallet = null } = content
  return {
    id: snapshotId({ meters, cap, wallet, plan, subscribedAt }, context.at),
    when: readAt(context.at),
    source,
    meters,
    cap,
    inFlight,
    plan,
    subscribedAt,
    wallet,
    origins: [{ capture: context.capture, at: piece.at }],
  }
}

/** One second from the instant of a capture; undated without one. */
export const readAt = (at: Instant | null): When =>
  at === null ? UNDATED : { kind: 'span', span: span(at, later(at, SECOND)) }

/**
 * The id of a reading: its numbers and, where it is known, its instant. Source and account object play no part, so a
 * body pasted with `"user": {}` is the reading that another paste shows with the user elided. Only a reading without
 * meters needs its plan to be told from others.
 */
function snapshotId(
  { meters, cap, wallet, plan, subscribedAt }: Required<Omit<SnapshotContent, 'inFlight'>>,
  at: Instant | null,
): string {
  const numbers = meters.map((meter) => [
    meter.window,
    meter.pool,
    meter.minutes,
    meter.encoding,
    meter.usedPercent,
    meter.limit,
    meter.used,
    meter.remaining,
    resetKey(meter.reset),
  ])
  const money = wallet && [wallet.active, wallet.leftCents, wallet.monthlyLimitCents, wallet.monthlyUsedCents]
  const subscription = meters.length === 0 ? [plan, subscribedAt] : [subscribedAt]
  return evidenceId('snapshot', JSON.stringify([numbers, cap, money, subscription]), at)
}

function resetKey(reset: ResetReading | null) {
  if (reset === null) return null
  if (reset.kind === 'local') return reset.text // the same whether or not somebody knows its zone
  return reset.kind === 'at' ? reset.at : [reset.min, reset.max]
}
