import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Aim } from './scenario.ts'
import { LENGTH, type Terms, type TrueWindow } from './terms.ts'

/** Cap by plan (docs/kimi.md#usages). */
const PLANS = [
  { plan: 'LEVEL_BASIC', cap: 10 },
  { plan: 'LEVEL_INTERMEDIATE', cap: 20 },
  { plan: 'LEVEL_ADVANCED', cap: 30 },
] as const

const swarms = (aim: Aim): boolean => aim === 'concurrency' || aim === 'request_rate'

export interface DrawnTerms {
  readonly terms: readonly [Terms, ...Terms[]]
  /** Ordinary calls that the aimed window still had room for at the begin; null where no window is aimed at. */
  readonly room: number | null
}

/**
 * The plan: `old` with 5 h and week (and a month that is only sometimes shown), `new` with 5 h and month
 * (docs/kimi.md#quotas). Resets lie on the grid of the subscription (4.7), in one run of ten the 5 h windows have a
 * grid of their own. An aimed window is all but used up at `focus` and ends some time after it; all others keep well
 * clear, or (one in six) stand high without being the reason.
 */
export function drawTerms(aim: Aim, begin: number, focus: number, random: Random): DrawnTerms {
  const { plan, cap } = random.pick(PLANS)
  const kinds: readonly TrueWindow['kind'][] =
    aim === 'quota_7d' || (aim !== 'quota_month' && random.chance(0.7))
      ? ['5h', '7d', 'month']
      : ['5h', 'month']
  const aimed = kinds.find((kind) => aim === `quota_${kind}`) ?? null
  const subscribedAt = subscriptionFor(aimed, focus, random)
  const ownGrid = random.chance(0.1) ? Math.floor(random.between(0, LENGTH['5h'])) : 0
  const cost5h = swarms(aim) ? random.skewed(0.004, 0.04) : random.skewed(0.03, 0.25)
  const costs = {
    '5h': cost5h,
    '7d': cost5h * random.between(0.1, 0.25),
    'month': cost5h * random.between(0.02, 0.06),
  }
  const room = aimed ? roomIn(aimed, costs, random) : null
  const high = random.chance(1 / 6) ? (kinds[random.whole(0, kinds.length - 1)] ?? null) : null
  const windows = kinds.map((kind): TrueWindow => {
    const anchor = kind === '5h' && aimed !== '5h' ? subscribedAt + ownGrid : subscribedAt
    const usedAtStart =
      kind === aimed
        ? 100 - (room ?? 0) * costs[kind]
        : kind === high
          ? random.between(80, 99.9)
          : random.between(0, 55)
    return { kind, anchor, costPerCall: costs[kind], usedAtStart }
  })
  return { terms: [{ from: begin, plan, cap, subscribedAt, windows }], room }
}

/** A subscription some weeks old, such that the aimed window ends a while after the focus. */
function subscriptionFor(aimed: TrueWindow['kind'] | null, focus: number, random: Random): number {
  const age = Math.floor(random.between(2 * HOUR, 26 * 24 * HOUR))
  if (aimed === null) return focus - age
  const left = {
    '5h': [4 * MINUTE, 4.7 * HOUR],
    '7d': [10 * MINUTE, 60 * HOUR],
    'month': [20 * MINUTE, 90 * HOUR],
  } as const
  const end = focus + Math.floor(random.skewed(...left[aimed]))
  const length = LENGTH[aimed]
  return end - Math.max(1, Math.ceil(age / length)) * length
}

/** Room for some hundred calls, but never so much that a shorter window would be used up before. */
function roomIn(
  aimed: TrueWindow['kind'],
  costs: Readonly<Record<TrueWindow['kind'], number>>,
  random: Random,
): number {
  const most = 40 / costs['5h']
  return aimed === '5h'
    ? random.between(10, 70) / costs['5h']
    : Math.min(most, random.between(1, 20) / costs[aimed])
}
