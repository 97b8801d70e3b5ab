import type { QuotaSnapshot } from '../evidence/quota-snapshot.ts'
import type { Account } from './account.ts'
import type { MeterReading } from './meter-index.ts'
import type { Finding } from './report.ts'
import { resetDrifts } from './reset-drift.ts'
import { GRID_WINDOWS, type Rules } from './rules.ts'

/** What the readings by themselves show: made once for an account, since there may be a hundred thousand of them. */
export const accountFindings = (
  snapshots: readonly QuotaSnapshot[],
  account: Omit<Account, 'findings' | 'reported' | 'placedByNow'>,
  rules: Rules,
): readonly Finding[] => [
  ...encodingsThatDisagree(snapshots),
  ...mixedAccounts(account),
  ...gridChanges(account),
  ...resetsOffGrid(account),
  ...resetDrifts(account, rules),
  ...metersThatFell(account),
  ...readingsNotPlaced(account),
]

/** In the order of their ids; the few that disagree are sorted, not all that there are. */
function encodingsThatDisagree(snapshots: readonly QuotaSnapshot[]): readonly Finding[] {
  return snapshots
    .filter(({ meters }) =>
      meters.some((a) => meters.some((b) => a.window === b.window && a.encoding !== b.encoding)),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(disagreementsIn)
}

function disagreementsIn({ id, meters }: QuotaSnapshot): readonly Finding[] {
  return meters.flatMap((a, index) =>
    meters.slice(index + 1).flatMap((b): Finding[] => {
      if (a.window !== b.window || a.pool !== b.pool || a.encoding === b.encoding) return []
      if (a.usedPercent === null || b.usedPercent === null) return []
      if (Math.abs(a.usedPercent - b.usedPercent) <= a.resolution + b.resolution) return []
      const values = {
        window: { unit: 'window', value: a.window },
        a: { unit: 'percent', value: a.usedPercent },
        b: { unit: 'percent', value: b.usedPercent },
      } as const
      return [{ kind: 'sources_disagree', values, refs: [id] }]
    }),
  )
}

function mixedAccounts({
  grids,
  foreign,
  views,
}: Pick<Account, 'grids' | 'foreign' | 'views'>): readonly Finding[] {
  if (grids.length < 2 || views.kind === 'successive') return []
  const values = { grids: { unit: 'count', value: grids.length } } as const
  return [{ kind: 'mixed_accounts', values, refs: foreign.map(({ snapshot }) => snapshot.id) }]
}

/** Where one grid gave way to another; the new plan is named where the readings name another one. */
const gridChanges = ({ views }: Pick<Account, 'views'>): readonly Finding[] =>
  views.changes.map(({ before, after }) => {
    const plan = after.snapshot.plan
    return {
      kind: 'grid_changed',
      values: {
        from: { unit: 'instant', value: before.span.from },
        to: { unit: 'instant', value: after.span.to },
        ...(plan !== null && plan !== before.snapshot.plan ? { plan: { unit: 'text', value: plan } } : {}),
      },
      refs: [before.snapshot.id, after.snapshot.id],
    }
  })

const resetsOffGrid = ({ grid }: Pick<Account, 'grid'>): readonly Finding[] =>
  (grid?.offGrid ?? []).map(({ at, snapshot }) => ({
    kind: 'reset_off_grid',
    values: { window: { unit: 'window', value: '5h' }, at: { unit: 'instant', value: at } },
    refs: [snapshot],
  }))

function metersThatFell({ meters }: Pick<Account, 'meters'>): readonly Finding[] {
  const groups = GRID_WINDOWS.flatMap((window) => meters[window])
  return groups.flatMap(({ readings }) => {
    const last = new Map<string, MeterReading>()
    return readings.flatMap((next): Finding[] => {
      const key = `${next.meter.encoding} ${next.meter.pool ?? ''}`
      const before = last.get(key)
      last.set(key, next)
      if (!before || before.used - before.meter.resolution <= next.used + next.meter.resolution) return []
      const values = {
        window: { unit: 'window', value: next.meter.window },
        from: { unit: 'percent', value: before.used },
        to: { unit: 'percent', value: next.used },
        at: { unit: 'instant', value: next.reading.span.from },
      } as const
      return [{ kind: 'meter_fell', values, refs: [before.reading.snapshot.id, next.reading.snapshot.id] }]
    })
  })
}

function readingsNotPlaced({ unplaced }: Pick<Account, 'unplaced'>): readonly Finding[] {
  if (unplaced.length === 0) return []
  const values = { count: { unit: 'count', value: unplaced.length } } as const
  return [{ kind: 'reading_not_placed', values, refs: unplaced.map(({ id }) => id) }]
}
