import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { findGrids, type Grid } from './grid.ts'
import { placeReadings, type Reading, type Readings } from './readings.ts'
import type { Rules } from './rules.ts'

/** The readings of the one account that a Report is about, and what was set aside as another's. */
export interface Account {
  readonly grid: Grid | null
  readonly readings: readonly Reading[]
  readonly foreign: readonly Reading[]
  readonly unplaced: Readings['unplaced']
  readonly grids: readonly Grid[]
}

/**
 * Finds the account in a mixed input (DESIGN.md 3): two grids are two accounts, and a verdict uses one grid only: the
 * one with the most readings. Where two have equally many, none is used, and a finding says so. Readings without any
 * reset belong to the account as long as there is no second one.
 */
export function accountOf(evidence: Evidence, now: Instant, zone: Zone, rules: Rules): Account {
  const grids = findGrids(evidence.snapshots, rules)
  const { placed, unplaced } = placeReadings(evidence.snapshots, grids, now, zone, rules)
  const size = (grid: Grid) => placed.filter((reading) => reading.grid === grid).length
  const [largest, second] = grids.toSorted((a, b) => size(b) - size(a))
  const grid = largest && (!second || size(largest) > size(second)) ? largest : null
  const own = placed.filter((reading) => (grids.length > 1 ? reading.grid === grid && grid !== null : true))
  return { grid, readings: own, foreign: placed.filter((reading) => !own.includes(reading)), unplaced, grids }
}
