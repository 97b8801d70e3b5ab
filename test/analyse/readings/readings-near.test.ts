import { describe, expect, it } from 'vitest'
import { placeReadings, type Reading } from '../../../shared/analyse/readings/readings.ts'
import { nearestReading, someReadingNear } from '../../../shared/analyse/readings/readings-near.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { HOUR } from '../../../shared/time/duration.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'
import { snapshot } from '../build.ts'

/** Readings at those times of one day; a cap where one is given. */
function readingsAt(...taken: readonly (readonly [time: string, cap: number | null])[]): readonly Reading[] {
  const snapshots = taken.map(([time, cap]) => snapshot(`2026-06-02T${time}:00Z`, [], { cap }))
  return placeReadings(snapshots, [], [], at('2026-06-03T00:00:00Z'), UTC, DEFAULT_RULES).placed
}

const statesCap = ({ snapshot: { cap } }: Reading) => cap !== null
const noon = at('2026-06-02T12:00:00Z')

describe('readings near a moment', () => {
  it.each([
    ['the nearest before it', readingsAt(['10:00', 1], ['11:00', 2], ['14:00', 3]), 2],
    ['the nearest after it', readingsAt(['10:00', 1], ['13:00', 2], ['14:00', 3]), 2],
    ['of two as near the one before', readingsAt(['11:00', 1], ['13:00', 2]), 1],
    ['only those that pass', readingsAt(['10:00', 1], ['11:00', null], ['12:00', null], ['15:00', 2]), 1],
    ['none further away than asked', readingsAt(['07:59', 1], ['16:01', 2]), null],
    ['one at the edge of what was asked', readingsAt(['08:00', 1]), 1],
    ['none where there are none', [], null],
  ])('%s', (_, readings, cap) => {
    expect(nearestReading(readings, noon, 4 * HOUR, statesCap)?.snapshot.cap ?? null).toBe(cap)
    expect(someReadingNear(readings, noon, 4 * HOUR, statesCap)).toBe(cap !== null)
  })
})
