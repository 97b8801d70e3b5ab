import type { Cause } from '../../../shared/analyse/report.ts'
import type { Observer } from '../observe/observer.ts'
import { namesItsCause } from '../score/block-evidence.ts'
import type { TrueBlock, Truth } from '../truth.ts'
import type { World } from '../world/run.ts'
import type { Call } from '../world/call.ts'
import { isoOf, type CaseFile } from './case-file.ts'

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

export function trueBlocks(
  world: World,
  { blocks }: Truth,
  observer: Observer,
  files: readonly CaseFile[],
): CaseTruth['blocks'] {
  const rows = new Set(files.flatMap((file) => file.rows ?? []))
  const texts = new Set(files.flatMap((file) => file.texts ?? []))
  const readAt = files.flatMap((file) => file.readAt ?? [])
  return blocks
    .filter(({ from }) => from <= observer.until)
    .map((block) => ({
      from: isoOf(block.from),
      to: isoOf(Math.min(block.lastRefusal, observer.until)),
      cause: block.cause,
      also: block.also,
      shownBy: [
        ...(block.refused.some(
          (call) => texts.has(call) && namesItsCause(call, block.cause, observer.rewrapped),
        )
          ? (['text'] as const)
          : []),
        ...(block.refused.some((call) => texts.has(call) || rows.has(call)) &&
        isMetered(block, world, observer, readAt)
          ? (['meter'] as const)
          : []),
        ...(block.refused.some((call) => rows.has(call) && isTelling(call)) ? (['status'] as const) : []),
      ],
    }))
}

/** The meter of its window was read while it refused, and nothing disturbs that reading. */
const isMetered = (
  { cause, also, from, until }: TrueBlock,
  { scenario: { wallet, terms } }: World,
  { style, lag }: Observer,
  readAt: readonly number[],
): boolean =>
  cause.startsWith('quota_') &&
  also.length === 0 &&
  readAt.some((at) => at - lag > from && at < until) &&
  style !== 'placeholder' &&
  (cause !== 'quota_month' || style !== 'count') &&
  wallet.from === wallet.to &&
  terms.length === 1

/** Of what is known of the service, these statuses are those of one cause only. */
const isTelling = ({ refusal }: Call): boolean => {
  const status = refusal?.wording.status ?? 0
  return status >= 500 || status === 401
}
