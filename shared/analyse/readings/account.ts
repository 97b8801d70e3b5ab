import type { Evidence } from '../../evidence/evidence.ts'
import type { WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import type { Zone } from '../../time/zone.ts'
import { accountFindings, readingFindings, type AccountGrids } from './account-findings.ts'
import { clockLags, lagsWith, type ClockLag } from '../clocks/clock-lag.ts'
import { carriedResets, clockLeads } from '../clocks/clock-lead.ts'
import { epochsOf, type Epoch } from './epochs.ts'
import { viewsOf } from '../judge/grid-views.ts'
import { findGrids, type Grid } from './grid.ts'
import { indexMeters } from './meter-index.ts'
import { openedWindows } from './opened-windows.ts'
import { UseCurves } from './outlook/use-curve.ts'
import { placeReadings, type Reading } from './readings.ts'
import type { Finding, PlacedReading } from '../report.ts'
import type { Rules } from '../rules.ts'
import { windowsRead, type Bounds } from './window-bounds.ts'

/** The readings of the one account that a Report is about, and what was set aside as another's. */
export interface Account extends AccountGrids {
  readonly readings: readonly Reading[]
  /** The grids that are drawn and counted by, one after the other. */
  readonly epochs: readonly Epoch[]
  /** The windows that any reading tells of. */
  readonly told: ReadonlySet<WindowKind>
  /** Any reading states how many requests may be in flight. */
  readonly capRead: boolean
  /** The windows in which readings were taken. */
  readonly read: readonly Bounds[]
  /** The readings as a Report names them. */
  readonly reported: readonly PlacedReading[]
  readonly findings: readonly Finding[]
  /** How the use of each meter rose, for forecasts. */
  readonly curves: UseCurves
  /** Some readings have no time of their own: "now" has a say in where they are placed. */
  readonly placedByNow: boolean
}

/**
 * Finds the account in a mixed input (docs/verdicts.md#accounts). Grids that follow each other are one account whose
 * plan was changed. Grids among each other are several accounts: shown is the one with whose readings refusals were
 * pasted, since somebody else's example has none, else the one with the most readings; where that decides nothing, none
 * is, and a finding says so. Verdicts do not rest on such a majority: they have to hold for each (judge-by-view.ts).
 * Readings without any reset belong to the account as long as there is no second one.
 */
export function accountOf(
  evidence: Pick<Evidence, 'snapshots' | 'errors' | 'captures'>,
  now: Instant,
  zone: Zone,
  rules: Rules,
): Account {
  const found = findGrids(evidence.snapshots, rules)
  const opened = openedWindows(evidence.snapshots, found, rules)
  const grids = opened?.isShown ? [opened.grid] : found
  const lags = clockLags(evidence.captures, rules)
  const leads = clockLeads(evidence.captures, rules)
  const carried = carriedResets(evidence.snapshots, rules)
  const off = lagsOf({ lags, leads, carried })
  const { placed, unplaced } = placeReadings(evidence.snapshots, grids, off, now, zone, rules)
  const views = viewsOf(placed, grids, evidence.errors, rules, opened?.grid ?? null)
  const epochs = epochsOf(views, views.kind === 'mixed' ? largestGrid(grids, placed) : null)
  const grid = epochs.at(-1)?.grid ?? null
  const [only] = views.views
  const own = new Set(epochs.map((epoch) => epoch.grid.id))
  const isOwn = (reading: Reading) => grids.length < 2 || (reading.grid !== null && own.has(reading.grid.id))
  const readings = placed.filter(isOwn)
  const foreign = placed.filter((reading) => !isOwn(reading))
  // one grid, one index: a hundred thousand readings are sorted once
  const meters = only && grids.length < 2 ? only.meters : indexMeters(readings, rules)
  const account = {
    grid,
    lags,
    leads,
    carried,
    readings,
    foreign,
    unplaced,
    grids,
    meters,
    curves: new UseCurves(meters),
    views,
    epochs,
    told: new Set(readings.flatMap(({ snapshot }) => snapshot.meters.map(({ window }) => window))),
    capRead: readings.some(({ snapshot }) => snapshot.cap !== null),
    read: windowsRead(epochs, readings),
    reported: readings.map(reportedReading),
    shown: readingFindings(readings, evidence.snapshots, rules),
    placedByNow: evidence.snapshots.some(({ when }) => when.kind !== 'span'),
  }
  return { ...account, findings: accountFindings(account) }
}

/** All that shows by how much the clocks of machines were off. */
export const lagsOf = ({
  lags,
  leads,
  carried,
}: Pick<Account, 'lags' | 'leads' | 'carried'>): readonly ClockLag[] => lagsWith(lags, [...leads, ...carried])

export const reportedReading = ({ snapshot, span, basis, grid }: Reading): PlacedReading => ({
  snapshot: snapshot.id,
  span,
  basis,
  grid: grid?.id ?? null,
})

/** The grid that most readings lie on; null where two have equally many. */
function largestGrid(grids: readonly Grid[], placed: readonly Reading[]): Grid | null {
  const sizes = new Map(grids.map((grid) => [grid, 0]))
  for (const { grid } of placed) if (grid) sizes.set(grid, (sizes.get(grid) ?? 0) + 1)
  const [first, second] = [...sizes].toSorted(([, a], [, b]) => b - a)
  return first && (!second || first[1] > second[1]) ? first[0] : null
}
