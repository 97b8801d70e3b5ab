import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { QuotaSnapshot } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { DAY_OF_HOURS, HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { instant, writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, snapshot, zoneNamed } from '../build.ts'

const outlook = (now: number, snapshots: readonly QuotaSnapshot[]) =>
  reportFrom(evidenceWith({ snapshots }), {
    now: instant(now),
    zone: zoneNamed('UTC'),
    rules: DEFAULT_RULES,
  }).outlook

const FIRST = at('2026-06-01T00:00:00Z')
const WINDOW = 5 * HOUR

/** Readings every ten minutes from 1 June on, of a window that rises by `pace(at)` percent an hour and is reset every five hours. */
function readings(until: number, pace: (at: number) => number): readonly QuotaSnapshot[] {
  const taken: QuotaSnapshot[] = []
  let used = 0
  for (let moment: number = FIRST; moment <= until; moment += 10 * MINUTE) {
    if ((moment - FIRST) % WINDOW === 0) used = 0
    else used = Math.min(100, used + pace(moment) / 6)
    const reset = instant(moment - ((moment - FIRST) % WINDOW) + WINDOW)
    taken.push(snapshot(writeInstant(instant(moment)), [meter('5h', used, writeInstant(reset))]))
  }
  return taken
}

const hourOf = (moment: number) => (moment % DAY_OF_HOURS) / HOUR
/** Twelve percent an hour from 8 to 18, nothing else. */
const officeHours = (moment: number) => (hourOf(moment) > 8 && hourOf(moment) <= 18 ? 12 : 0)

describe('the outlook of a window', () => {
  it('goes by the last hour where each hour is like the one before', () => {
    const now = FIRST + 3 * DAY_OF_HOURS + 4 * HOUR // an hour after 03:00, where a window began
    const [five] = outlook(
      now,
      readings(now, () => 10),
    )
    expect(five?.usedPercent).toBeCloseTo(10)
    // ten minutes of each window before lie unread before its reset
    expect(five?.atReset?.likely).toBeGreaterThan(47)
    expect(five?.atReset?.likely).toBeLessThanOrEqual(50.01)
    expect(five?.fullAt).toBeNull()
  })

  it('goes by the same hours of earlier days where work ends in the evening', () => {
    const now = FIRST + 10 * DAY_OF_HOURS + 17 * HOUR
    const [five] = outlook(now, readings(now, officeHours))
    expect(five?.atReset?.likely).toBeLessThan((five?.usedPercent ?? 0) + 20)
  })

  it('does not go by the last hour where days are ahead', () => {
    const reset = writeInstant(instant(FIRST + 28 * DAY_OF_HOURS))
    const now = FIRST + 18 * DAY_OF_HOURS
    let used = 0
    const taken: QuotaSnapshot[] = []
    // ever more from day to day, so that the last hour was the better guess so far; then an hour like none before
    for (let moment: number = FIRST; moment <= now; moment += HOUR) {
      used += moment === now ? 2 : ((moment - FIRST) / DAY_OF_HOURS) * 0.01
      taken.push(snapshot(writeInstant(instant(moment)), [meter('month', used, reset)]))
    }
    const [month] = outlook(now, taken)
    expect(month?.atReset?.likely).toBeGreaterThan(used + 15)
    expect(month?.atReset?.likely).toBeLessThan(used + 30)
  })

  it('says when it may be full, where that is to be expected', () => {
    const now = FIRST + 3 * DAY_OF_HOURS + 5 * HOUR
    const [five] = outlook(
      now,
      readings(now, () => 30),
    )
    expect(five?.usedPercent).toBeCloseTo(60)
    expect(five?.atReset?.likely).toBe(100)
    expect(five?.fullAt && Math.abs(five.fullAt.earliest - now - (4 / 3) * HOUR)).toBeLessThan(20 * MINUTE)
  })

  it.each([0, 1])('of a meter that is read %s minutes after its reset forecasts nothing', (late) => {
    const reset = instant(FIRST + WINDOW)
    const read = writeInstant(instant(reset + late * MINUTE))
    const now = reset - MINUTE // by a clock that is behind that of the meter
    const [five] = outlook(now, [snapshot(read, [meter('5h', 20, writeInstant(reset))])])
    expect(five?.atReset ?? null).toBeNull()
  })

  it.each([
    ['a day of readings is too little to try a guess on', 5 * HOUR, 10],
    ['a full window needs none', 3 * DAY_OF_HOURS + 6 * HOUR, 60],
  ] as const)('%s', (_, after, pace) => {
    const now = FIRST + after
    expect(
      outlook(
        now,
        readings(now, () => pace),
      )[0],
    ).toMatchObject({ atReset: null, fullAt: null })
  })

  it('knows no rise across windows that nobody read', () => {
    const now = FIRST + 8 * DAY_OF_HOURS + 4 * HOUR
    const some = readings(now, () => 10).filter((_, index) => Math.floor(index / 30) % 2 === 0)
    expect(outlook(now, some)[0]?.atReset ?? null).toBeNull()
  })

  it('says nothing of a window that is over', () => {
    expect(
      outlook(
        FIRST + WINDOW + 1,
        readings(FIRST + 2 * HOUR, () => 10),
      ),
    ).toEqual([])
  })
})
