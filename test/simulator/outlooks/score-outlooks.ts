import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { instant } from '../../../shared/time/instant.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { drawObserver } from '../observe/draw-observer.ts'
import type { Observer } from '../observe/observer.ts'
import { readMetersAt } from '../observe/readings.ts'
import { randomFrom } from '../random.ts'
import { truthOf } from '../truth.ts'
import { runWorld, type World } from '../world/run.ts'
import { windowSpan, type TrueWindow } from '../world/terms.ts'
import { drawWeeks } from './draw-weeks.ts'

/** A forecast of the product beside what came, and beside two simpler guesses; percent used at the reset. */
export interface OutlookScore {
  readonly window: TrueWindow['kind']
  readonly came: number
  /** Null where the product said nothing. */
  readonly said: { readonly least: number; readonly likely: number; readonly most: number } | null
  /** At the mean pace of the window so far. */
  readonly linear: number
  readonly lastHour: number
}

const READ_EVERY = 10 * MINUTE
/** So many moments of each account are looked at. */
const MOMENTS = 6

/** Reads the meters of one account for four weeks, and asks for the outlook at moments of the second half, in windows that are in use. */
export function scoreOutlooks(seed: number): readonly OutlookScore[] {
  const world = runWorld(drawWeeks(seed))
  const { scenario, ledger } = world
  const observer = wellRead(world)
  const snapshots: ReturnType<typeof readMetersAt>[number][] = []
  const times: number[] = []
  for (let at = scenario.begin; at < scenario.end; at += READ_EVERY) {
    times.push(at)
    snapshots.push(...readMetersAt(world, observer, at))
  }
  const random = randomFrom(seed, 'moments')
  return Array.from({ length: MOMENTS }, () => random.whole(times.length / 2, times.length - 1)).flatMap(
    (index) => {
      const now = times[index] ?? scenario.end
      const { outlook } = reportFrom(
        { ...NO_EVIDENCE, snapshots: snapshots.slice(0, index + 1) },
        { now: instant(now + 1), zone: UTC, rules: DEFAULT_RULES },
      )
      return scenario.terms[0].windows.flatMap((window): OutlookScore[] => {
        const { from, to } = windowSpan(window, now)
        const used = ledger.used(window, now)
        if (to > scenario.end || used === 0 || used >= 100) return []
        const usedBefore = now - HOUR >= from ? ledger.used(window, now - HOUR) : 0
        const atPace = (perMs: number) => Math.min(100, used + perMs * (to - now))
        return [
          {
            window: window.kind,
            came: ledger.used(window, to - 1),
            said: outlook.find((each) => each.window === window.kind)?.atReset ?? null,
            linear: atPace(used / Math.max(MINUTE, now - from)),
            lastHour: atPace((used - usedBefore) / Math.min(HOUR, Math.max(MINUTE, now - from))),
          },
        ]
      })
    },
  )
}

const wellRead = (world: World): Observer => ({
  ...drawObserver(world, truthOf(world)),
  clock: 'utc',
  metersDated: true,
  style: 'both',
  rounding: 'down',
  lag: 0,
  readerAhead: 0,
})
