import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { randomFrom, type Random } from '../random.ts'
import type { Truth } from '../truth.ts'
import type { World } from '../world/run.ts'
import type { Clock, ErrorHabit, MeterStyle, Observer, PageHabit } from './observer.ts'

type Drawn<T> = readonly [T, ...T[]]
const PAGES: Drawn<PageHabit> = ['always_open', 'always_open', 'always_open', 'now_and_then', 'once']
const CLOCKS: Drawn<Clock> = ['utc', 'utc', 'utc', 'wall_zone_known', 'wall_zone_unknown']
const ERRORS: Drawn<ErrorHabit> = [
  'log',
  'log',
  'log_last_try',
  'few_dated',
  'undated',
  'with_reading',
  'none',
  'none',
]
const REFUSED_ROWS: Drawn<Observer['refusedRows']> = ['all', 'all', 'all', 'only_403', 'none']
/** Never, every minute or five, or now and then; five minutes are what the accuracy goals speak of. */
const METERS: Drawn<number | null> = [
  MINUTE,
  5 * MINUTE,
  5 * MINUTE,
  5 * MINUTE,
  40 * MINUTE,
  180 * MINUTE,
  null,
]

/** Who looks at the world of that seed, and how well. */
export function drawObserver({ scenario }: World, truth: Truth): Observer {
  const random = randomFrom(scenario.seed, 'observer')
  const clock = random.pick(CLOCKS)
  const isOldPage = clock !== 'utc' && random.chance(0.5)
  return {
    pages: random.pick(PAGES),
    clock,
    capturesDated: clock === 'utc' || random.chance(0.5),
    requestIds: !isOldPage,
    stamp: random.chance(0.7) ? 'start' : 'end',
    late: random.chance(0.7),
    refusedRows: random.pick(REFUSED_ROWS),
    metersEvery: random.pick(METERS),
    metersDated: random.chance(0.92),
    style: drawStyle(random),
    walletShown: random.chance(0.7),
    codePool: false,
    codeShare: random.chance(0.5) ? 1 : random.between(0.2, 1),
    rounding: random.pick(['nearest', 'down', 'down', 'up']),
    lag: random.chance(0.4) ? 0 : random.between(0, 2 * MINUTE),
    lagOf: random.chance(0.7) ? 'use' : 'body',
    errors: random.pick(ERRORS),
    rewrapped: random.chance(0.25),
    callsLogged: random.chance(0.5),
    logsOf: 'first',
    marked: random.chance(0.08),
    readerAhead: drawClockError(random),
    logAhead: drawClockError(random),
    foreign: random.chance(0.93) ? 'none' : random.pick(['readings', 'all']),
    until: drawUntil(scenario.end, truth, random),
  }
}

function drawStyle(random: Random): MeterStyle {
  const roll = random.between(0, 1)
  if (roll < 0.3) return 'count'
  if (roll < 0.55) return 'stats'
  if (roll < 0.75) return 'ratio'
  return roll < 0.92 ? 'both' : 'placeholder'
}

const drawClockError = (random: Random): number =>
  random.chance(0.5) ? 0 : Math.round(random.between(-5 * SECOND, 5 * SECOND))

/** One observer in seven looks while a block is still on. */
function drawUntil(end: number, { blocks }: Truth, random: Random): number {
  const [first] = blocks
  if (!first || !random.chance(1 / 7)) return end
  const back = first.backAt ?? end
  return Math.min(end, first.from + (back - first.from) * random.between(0.3, 1) + MINUTE)
}
