import type { Cause } from '../../../shared/analyse/report.ts'
import type { BackAt } from '../../../shared/analyse/views/back-at.ts'
import { answerOf } from '../../../shared/analyse/views/answer.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { difficultiesOf } from '../difficulties/list.ts'
import { examineAt, playedAndLookedAt } from '../examine.ts'
import { randomFrom } from '../random.ts'
import type { World } from '../world/run.ts'
import { termsAt, windowSpan, type TrueWindow } from '../world/terms.ts'

/** What somebody was told who looked in the middle of a block. */
export interface BackAtScore {
  readonly seed: number
  readonly cause: Cause
  /** When the last window that was used up is reset; null where the block does not end inside the run by a reset alone. */
  readonly truly: number | null
  readonly said: BackAt | null
}

/** How far off a time may be. */
const RIGHT = 2 * MINUTE

export const isRight = ({ said, truly }: BackAtScore): boolean =>
  said !== null && truly !== null && Math.abs(said.at - truly) <= RIGHT

/** Looks once into each block by a quota of a run, somewhere between its first refusal and its end. */
export function backAtScores(seed: number): readonly BackAtScore[] {
  const difficulties = difficultiesOf(seed, null)
  const played = playedAndLookedAt(seed, difficulties)
  const random = randomFrom(seed, 'look in mid-block')
  const blocks = played.truth.blocks.filter(({ cause }) => cause.startsWith('quota'))
  return blocks.map((block) => {
    const end = Math.min(block.until, block.backAt ?? block.until, played.world.scenario.end)
    const until = Math.floor(block.from + 1 + (end - block.from) * random.between(0, 1))
    const { analysis } = examineAt(until, played, difficulties)
    const { backAt } = answerOf(analysis)
    return { seed, cause: block.cause, truly: endByReset(until, played.world), said: backAt }
  })
}

function endByReset(at: number, { scenario, ledger }: World): number | null {
  const isFull = (window: TrueWindow) => ledger.used(window, at) >= 100
  const resets = termsAt(scenario.terms, at)
    .windows.filter(isFull)
    .map((window) => windowSpan(window, at).to)
  const end = Math.max(...resets)
  const { wallet, terms } = scenario
  const isOtherwise = wallet.from < wallet.to || terms.length > 1
  return resets.length > 0 && end <= scenario.end && !isOtherwise ? end : null
}
