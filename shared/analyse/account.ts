import type { ErrorObservation } from '../evidence/error-observation.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { isTestedGrid } from './grid-certainty.ts'
import { accountFindings } from './account-findings.ts'
import { findGrids, type Grid } from './grid.ts'
import { indexMeters, type MeterIndex } from './meter-index.ts'
import { placeReadings, type Reading, type Readings } from './readings.ts'
import type { Finding, PlacedReading } from './report.ts'
import type { Rules } from './rules.ts'
import { windowsRead, type Bounds } from './window-bounds.ts'

/** The readings of the one account that a Report is about, and what was set aside as another's. */
export interface Account {
  readonly grid: Grid | null
  readonly readings: readonly Reading[]
  readonly foreign: readonly Reading[]
  readonly unplaced: Readings['unplaced']
  readonly grids: readonly Grid[]
  /** The readings by window and segment. */
  readonly meters: MeterIndex
  readonly gridTested: boolean
  /** The windows in which readings were taken. */
  readonly read: readonly Bounds[]
  /** The readings as a Report names them. */
  readonly reported: readonly PlacedReading[]
  readonly findings: readonly Finding[]
  /** Some readings have no time of their own: "now" has a say in where they are placed. */
  readonly placedByNow: boolean
}

/**
 * Finds the account in a mixed input (DESIGN.md 3): two grids are two accounts, and a verdict uses one grid only: the
 * one with the most readings; of two with equally many, the one with whose readings refusals were pasted, since somebody
 * else's example has none. Where that decides nothing either, none is used, and a finding says so. Readings without any
 * reset belong to the account as long as there is no second one.
 */
export function accountOf(
  evidence: Pick<Evidence, 'snapshots' | 'errors'>,
  now: Instant,
  zone: Zone,
  rules: Rules,
): Account {
  const grids = findGrids(evidence.snapshots, rules)
  const { placed, unplaced } = placeReadings(evidence.snapshots, grids, now, zone, rules)
  const grid = ownGrid(grids, placed, evidence.errors)
  const isOwn = (reading: Reading) => grids.length < 2 || (grid !== null && reading.grid === grid)
  const readings = placed.filter(isOwn)
  const foreign = placed.filter((reading) => !isOwn(reading))
  const account = {
    grid,
    readings,
    foreign,
    unplaced,
    grids,
    meters: indexMeters(readings, rules),
    gridTested: isTestedGrid(grid, readings),
    read: windowsRead(grid, readings),
  }
  return {
    ...account,
    placedByNow: evidence.snapshots.some(({ when }) => when.kind !== 'span'),
    findings: accountFindings(evidence.snapshots, account),
    reported: readings.map(({ snapshot, span, basis, grid: on }) => ({
      snapshot: snapshot.id,
      span,
      basis,
      grid: on?.id ?? null,
    })),
  }
}

/** The grid that most readings lie on, counted first by readings, then by refusals; null where two have equally many. */
function ownGrid(
  grids: readonly Grid[],
  placed: readonly Reading[],
  errors: readonly ErrorObservation[],
): Grid | null {
  const refused = new Set(errors.map(({ readWith }) => readWith))
  const weights = new Map(grids.map((grid) => [grid, { readings: 0, refused: 0 }]))
  for (const { grid, snapshot } of placed) {
    const weight = grid && weights.get(grid)
    if (!weight) continue
    weight.readings += 1
    if (refused.has(snapshot.id)) weight.refused += 1
  }
  const [first, second] = [...weights].toSorted(([, a], [, b]) => heavier(a, b))
  return first && (!second || heavier(first[1], second[1]) < 0) ? first[0] : null
}

interface Weight {
  readonly readings: number
  readonly refused: number
}

const heavier = (a: Weight, b: Weight): number => b.readings - a.readings || b.refused - a.refused
