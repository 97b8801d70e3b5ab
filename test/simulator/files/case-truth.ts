import type { Cause } from '../../../shared/analyse/report.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import type { Observer } from '../observe/observer.ts'
import { namesItsCause } from '../score/block-evidence.ts'
import type { TrueBlock, Truth } from '../truth.ts'
import type { World } from '../world/run.ts'
import { isoOf } from './case-file.ts'

/** What the limiter did in one run, as far as the observer could have met it. */
export interface CaseTruth {
  readonly blocks: readonly {
    readonly from: string
    /** The end of the last refusal. */
    readonly to: string
    readonly cause: Cause
    /** Other limits that would have refused some of it as well: naming one of them is not wrong. */
    readonly also: readonly Cause[]
    /** What in the files names the cause, or shows it: a text, a meter, a status. Empty where nothing does. */
    readonly shownBy: readonly ('text' | 'meter' | 'status')[]
  }[]
}

export function trueBlocks(world: World, { blocks }: Truth, observer: Observer): CaseTruth['blocks'] {
  return blocks
    .filter(({ from }) => from <= observer.until)
    .map((block) => ({
      from: isoOf(block.from),
      to: isoOf(Math.min(block.lastRefusal, observer.until)),
      cause: block.cause,
      also: block.also,
      shownBy: [
        ...(isNamed(block, observer) ? (['text'] as const) : []),
        ...(isMetered(block, world, observer) ? (['meter'] as const) : []),
        ...(hasStatus(block, observer) ? (['status'] as const) : []),
      ],
    }))
}

/** A log holds a text that names it. Of other habits chance decides which texts are kept. */
const isNamed = ({ refused, cause }: TrueBlock, observer: Observer): boolean =>
  observer.errors === 'log' &&
  refused.some(
    (call) =>
      call.end <= observer.until &&
      (observer.logsOf === 'all' || call.caller.device === 0) &&
      namesItsCause(call, cause, observer.rewrapped),
  )

/** The meter of its window is read every five minutes, and nothing disturbs it. */
const isMetered = (
  { cause, also }: TrueBlock,
  { scenario: { wallet, terms } }: World,
  observer: Observer,
): boolean =>
  cause.startsWith('quota_') &&
  also.length === 0 &&
  observer.metersEvery !== null &&
  observer.metersEvery <= 5 * MINUTE &&
  observer.metersDated &&
  observer.style !== 'placeholder' &&
  (cause !== 'quota_month' || observer.style !== 'count') &&
  wallet.from === wallet.to &&
  terms.length === 1

/** Rows list its refusals with their status, and the status is that of one cause only. */
const hasStatus = ({ refused }: TrueBlock, { clock, refusedRows }: Observer): boolean =>
  clock === 'utc' &&
  refusedRows === 'all' &&
  refused.some(({ refusal }) => {
    const status = refusal?.wording.status ?? 0
    return status >= 500 || status === 401
  })
