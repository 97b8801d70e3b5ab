import { lacksZone } from '../../evidence/local-reset.ts'
import type { QuotaSnapshot } from '../../evidence/kinds/quota-snapshot.ts'
import { HOUR } from '../../time/duration.ts'
import { span, widenSpan, type Span } from '../../time/span.ts'
import { accountFindings, readingFindingsWith } from './account-findings.ts'
import { reportedReading, type Account } from './account.ts'
import { lagsWith } from '../clocks/clock-lag.ts'
import { carriedBy } from '../clocks/clock-lead.ts'
import { epochsOf } from './epochs.ts'
import type { GridReach } from './grid-certainty.ts'
import { oneView } from '../judge/grid-views.ts'
import { joinGrid } from './grid.ts'
import { indexWith } from './meter-index.ts'
import { earliestIn, segmentOf } from './meter-windows.ts'
import { UseCurves } from './outlook/use-curve.ts'
import { datedReading, type Reading } from './readings.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type Rules } from '../rules.ts'
import { distinct, windowsRead } from './window-bounds.ts'

/** An account with one more reading, and the stretches in which verdicts may rest on it; null where all of them may. */
export interface ExtendedAccount {
  readonly account: Account
  readonly touched: readonly Span[] | null
}

/**
 * Works a reading into an account that has one grid, at the cost of what it touches: as a rule a reading is the latest one,
 * has a time of its own, and lies on the grid. Null for any other: then the account is to be made from the start.
 */
export function extendAccount(
  account: Account,
  snapshot: QuotaSnapshot,
  rules: Rules,
): ExtendedAccount | null {
  const [only] = account.views.views
  const { grid: known, readings: before } = account
  const ahead = [...account.leads, ...account.carried]
  const off = ahead.length > 0 ? lagsWith(account.lags, ahead) : account.lags
  const dated = datedReading(snapshot, null, off, rules)
  const last = before.at(-1)
  if (account.placedByNow || account.grids.length !== 1 || !only || !known || !dated || !last) return null
  // resets that lie off the grid may show, with one more reading, that windows open at first use
  if (known.offGrid.length > 0) return null
  if (lacksZone(snapshot)) return null
  // it tells how far off the readings around it are
  if (carriedBy(snapshot, rules)) return null
  const grid = joinGrid(known, snapshot, rules)
  if (!grid || dated.span.from <= last.span.from) return null
  const reading: Reading = { ...dated, grid: grid === known ? null : grid }
  const readings = before.concat(reading)
  const meters = indexWith(account.meters, reading, rules)
  const views = oneView(grid, readings, meters)
  const epochs = epochsOf(views, null)
  const extended = {
    ...account,
    grid,
    readings,
    grids: [grid],
    meters,
    curves: new UseCurves(meters),
    views,
    epochs,
    told: new Set([...account.told, ...snapshot.meters.map(({ window }) => window)]),
    capRead: account.capRead || snapshot.cap !== null,
    read: distinct([...account.read, ...windowsRead(epochs, [reading])]),
    reported: account.reported.concat(reportedReading(reading)),
    shown: readingFindingsWith(account.shown, before, reading, rules),
  }
  return {
    account: { ...extended, findings: accountFindings(extended) },
    touched: touchedBy(reading, account, extended, rules),
  }
}

/** What judging looks at besides the reading itself: its segments, the readings beside a block, and the reach of the grid. */
function touchedBy(
  reading: Reading,
  before: Account,
  after: Omit<Account, 'findings'>,
  rules: Rules,
): readonly Span[] | null {
  const { meters } = reading.snapshot
  const begun = SEGMENTED.some(
    (window) => before.meters[window].length === 0 && after.meters[window].length > 0,
  )
  const isNew = begun || before.told.size < after.told.size
  const reached = reachedAnew(before.views.views[0]?.reach, after.views.views[0]?.reach)
  const beside = before.readings.at(-2)
  const onGrid = before.readings.findLast(({ grid }) => grid !== null)
  if (isNew || !reached || !beside || !onGrid) return null
  const since = Math.min(beside.span.from, onGrid.span.from)
  const segments = meters.flatMap((meter) => segmentOf(reading, meter) ?? [])
  return [
    widenSpan(span(since, reading.span.to), rules.sameDay),
    ...segments.map((segment) => widenSpan(span(earliestIn(segment), segment.to), HOUR)),
    ...reached,
  ]
}

const SEGMENTED = ['5h', '7d', 'month'] as const

/** Where resets became sure that were not; null where a reach begins elsewhere than before. */
function reachedAnew(was: GridReach = NOWHERE, is: GridReach = NOWHERE): readonly Span[] | null {
  const changed: Span[] = []
  for (const window of GRID_WINDOWS) {
    const [old, now] = [was[window], is[window]]
    if (old?.from !== now?.from || (old && now && now.to < old.to)) return null
    if (old && now && now.to > old.to) changed.push(widenSpan(span(old.to, now.to), WINDOW_LENGTH[window]))
  }
  return changed
}

const NOWHERE: GridReach = { '5h': null, '7d': null }
