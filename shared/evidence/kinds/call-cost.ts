import type { Origin } from '../origin.ts'
import type { When } from '../when.ts'

/**
 * The share of the monthly pool that one call used, as listed by the membership page or its service: the only public series
 * of cost per call. It has no client, status or request id, so it is never joined with a row of the history.
 */
export interface CallCost {
  readonly id: string
  /** One minute long where the page printed it, without seconds; as long as its precision where the service stated it. */
  readonly when: When
  /** What it was spent on, as printed: `Kimi Code`. */
  readonly product: string
  /** Share of the pool in percent points; an upper bound where `below`. */
  readonly percent: number
  /** True if the page printed `<0.01%`: less than `percent` by an unknown amount. */
  readonly below: boolean
  /** The true share lies within ± this many percent points of `percent`. */
  readonly resolution: number
  readonly origins: readonly Origin[]
}
