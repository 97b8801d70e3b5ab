import type { Meter, WindowKind } from '../../evidence/kinds/quota-snapshot.ts'
import type { Instant } from '../../time/instant.ts'
import { ABSENT, type Quantity } from '../json/leaf.ts'
import type { RatioBody } from './meter.schema.ts'
import { readReset } from './reset.ts'
import { tidyPercent } from './tidy-percent.ts'

/** Ratios have been seen with up to four decimals: 0.4689, 0.0338 (docs/kimi.md#ratio-pools, #console-meters). */
export const RATIO_RESOLUTION = 0.01

export interface RatioWindow {
  readonly window: WindowKind
  readonly pool: 'code' | 'total' | null
  readonly minutes: number | null
}

/**
 * Above 1 a window is used up and more: the official client knows ratios of 1.4 and 1.8, and cuts them in its drawing.
 * One of ten or more is rather a percentage, or something else, and is not taken for a share.
 */
const NO_RATIO_FROM = 10

/**
 * A meter that is a share of 1, under either of its names; `usual` is the one that this service writes. A ratio
 * of 0 is never explicit: it has been a mere placeholder (docs/kimi.md#placeholder-ratios).
 */
export function ratioMeter(
  window: RatioWindow,
  usual: 'usedRatio' | 'ratio',
  body: RatioBody,
  at: Instant | null,
): Meter {
  const other = usual === 'ratio' ? 'usedRatio' : 'ratio'
  const name = body[usual].problem === ABSENT && body[other].problem !== ABSENT ? other : usual
  return shareMeter(window, name, body[name], readReset(body, at))
}

/** The same of a ratio that stands elsewhere, as the ratios of a month's balance do. */
export function shareMeter(
  window: RatioWindow,
  name: string,
  ratio: Quantity,
  { reset, missing }: Pick<Meter, 'reset' | 'missing'>,
): Meter {
  const share = ratio.problem === ABSENT ? 0 : ratio.value
  const isShare = share !== null && share >= 0 && share < NO_RATIO_FROM
  const problem = ratio.problem ?? (isShare ? null : `${ratio.value} is no share of 1`)
  return {
    ...window,
    encoding: 'ratio',
    usedPercent: isShare ? tidyPercent(share * 100) : null,
    resolution: RATIO_RESOLUTION,
    explicit: isShare && share > 0,
    reset,
    missing: problem === null ? missing : [`${name}: ${problem}`, ...missing],
    limit: null,
    used: null,
    remaining: null,
  }
}
