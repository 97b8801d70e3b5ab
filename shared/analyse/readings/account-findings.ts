import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import type { ClockLag } from '../clocks/clock-lag.ts'
import type { Grid } from './grid.ts'
import type { GridViews } from '../judge/grid-views.ts'
import { USED_WINDOWS } from '../views/meter-use.ts'
import type { MeterIndex } from './meter-index.ts'
import type { Reading, Readings } from './readings.ts'
import type { Finding } from '../report.ts'
import { resetDrifts, resetDriftsWith } from './reset-drift.ts'
import { GRID_WINDOWS, type GridWindow, type Rules } from '../rules.ts'

/** Findings for which every reading has to be looked at: kept by an account, and carried on reading by reading. */
export interface ReadingFindings {
  /** In the order of the readings' ids. */
  readonly disagreements: readonly Finding[]
  readonly drifts: Readonly<Record<GridWindow, readonly Finding[]>>
}

export const readingFindings = (
  readings: readonly Reading[],
  snapshots: readonly QuotaSnapshot[],
  rules: Rules,
): ReadingFindings => ({
  disagreements: encodingsThatDisagree(snapshots),
  drifts: { '5h': resetDrifts(readings, '5h', rules), '7d': resetDrifts(readings, '7d', rules) },
})

/** The findings after one more reading, the latest of all `readings`. */
export function readingFindingsWith(
  { disagreements, drifts }: ReadingFindings,
  readings: readonly Reading[],
  latest: Reading,
  rules: Rules,
): ReadingFindings {
  const found = disagreementsIn(latest.snapshot)
  const drift = (window: GridWindow) => resetDriftsWith(drifts[window], readings, latest, window, rules)
  return {
    disagreements: found.length === 0 ? disagreements : [...disagreements, ...found].toSorted(byFirstRef),
    drifts: { '5h': drift('5h'), '7d': drift('7d') },
  }
}

const byFirstRef = (a: Finding, b: Finding): number => {
  const [left = '', right = ''] = [a.refs[0], b.refs[0]]
  return left === right ? 0 : left < right ? -1 : 1
}

/** What is known of an account before it is looked at for findings. */
export interface AccountGrids {
  /** The grid of today. */
  readonly grid: Grid | null
  /** Where the clock that dated captures was behind. */
  readonly lags: readonly ClockLag[]
  /** Where it was ahead. */
  readonly leads: readonly ClockLag[]
  /** Readings that still carry a reset which was past by then. */
  readonly carried: readonly ClockLag[]
  readonly foreign: readonly Reading[]
  readonly unplaced: Readings['unplaced']
  readonly grids: readonly Grid[]
  /** The readings by window and segment. */
  readonly meters: MeterIndex
  /** What may be the account's own grid, when (grid-views.ts): verdicts rest on these. */
  readonly views: GridViews
  readonly shown: ReadingFindings
}

/** What the readings by themselves show. */
export const accountFindings = (account: AccountGrids): readonly Finding[] => [
  ...account.shown.disagreements,
  ...mixedAccounts(account),
  ...gridChanges(account),
  ...resetsOffGrid(account),
  ...GRID_WINDOWS.flatMap((window) => account.shown.drifts[window]),
  ...metersThatFell(account),
  ...readingsNotPlaced(account),
  ...clockOff('clock_behind', account.lags),
  ...clockOff('clock_ahead', account.leads),
  ...clockOff('reset_carried', account.carried),
]

/** The few that disagree are sorted, not all that there are. */
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
}: Pick<AccountGrids, 'grids' | 'foreign' | 'views'>): readonly Finding[] {
  if (grids.length < 2 || views.kind === 'successive') return []
  const values = { grids: { unit: 'count', value: grids.length } } as const
  return [{ kind: 'mixed_accounts', values, refs: foreign.map(({ snapshot }) => snapshot.id) }]
}

/** Where one grid gave way to another; the new plan is named where the readings name another one. */
const gridChanges = ({ views }: Pick<AccountGrids, 'views'>): readonly Finding[] =>
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

const resetsOffGrid = ({ grid }: Pick<AccountGrids, 'grid'>): readonly Finding[] =>
  (grid?.offGrid ?? []).map(({ at, snapshot }) => ({
    kind: 'reset_off_grid',
    values: { window: { unit: 'window', value: '5h' }, at: { unit: 'instant', value: at } },
    refs: [snapshot],
  }))

function metersThatFell({ meters }: Pick<AccountGrids, 'meters'>): readonly Finding[] {
  const groups = USED_WINDOWS.flatMap((window) => meters[window])
  return groups.flatMap(({ falls }) =>
    falls.map(([before, next]): Finding => {
      const values = {
        window: { unit: 'window', value: next.meter.window },
        from: { unit: 'percent', value: before.used },
        to: { unit: 'percent', value: next.used },
        at: { unit: 'instant', value: next.reading.span.from },
      } as const
      return { kind: 'meter_fell', values, refs: [before.reading.snapshot.id, next.reading.snapshot.id] }
    }),
  )
}

function readingsNotPlaced({ unplaced }: Pick<AccountGrids, 'unplaced'>): readonly Finding[] {
  if (unplaced.length === 0) return []
  const values = { count: { unit: 'count', value: unplaced.length } } as const
  return [{ kind: 'reading_not_placed', values, refs: unplaced.map(({ id }) => id) }]
}

/** By the largest: how far all times by that clock may be off. */
function clockOff(kind: Finding['kind'], lags: readonly ClockLag[]): readonly Finding[] {
  const [most] = lags.toSorted((a, b) => b.lag - a.lag)
  if (!most) return []
  const values = {
    by: { unit: 'duration', value: most.lag },
    at: { unit: 'instant', value: most.at },
  } as const
  return [{ kind, values, refs: [most.capture] }]
}
