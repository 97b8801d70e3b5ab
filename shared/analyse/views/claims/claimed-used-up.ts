import { later, type Instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import type { Block } from '../../blocks/block.ts'
import { fullMeter } from '../../judge/facts/full-meter.ts'
import { lowMeter } from '../../judge/facts/low-meter.ts'
import { noReading } from '../../judge/facts/sources.ts'
import { NO_LOGGED_CALLS } from '../../logs/logged-calls.ts'
import type { Fact } from '../../report.ts'
import type { ClaimCase } from './claim-case.ts'
import { factsByView } from './facts-by-view.ts'
import type { ClaimedWindow } from './read-claim.ts'

/**
 * "Used up by that time": the same meter rules as for a blocked window, applied to that one minute as if it had been
 * refused then. A low reading later in the same window speaks against it, a full one for it.
 */
export function usedUpFacts(
  window: ClaimedWindow,
  at: Instant,
  length: number,
  claim: ClaimCase,
): readonly Fact[] {
  const { account, frame, successes, named, coverage, now, rules } = claim
  const block = momentAsBlock(at, length)
  return factsByView(claim, block.span, ({ grid, readings, meters, reach }) => {
    const subject = {
      block,
      grid,
      readings,
      meters,
      reach,
      mixed: account.views.kind === 'mixed',
      changes: account.views.changes.map(({ span: between }) => between),
      records: frame.records,
      successes,
      named,
      coverage,
      logged: NO_LOGGED_CALLS,
      now,
      rules: { ...rules, undatedTolerance: 0, resetTolerance: 0 },
    }
    return [lowMeter(window), fullMeter(window), noReading(window)].flatMap((rule) => rule(subject))
  })
}

const momentAsBlock = (at: Instant, length: number): Block => ({
  grade: 'marked',
  span: span(at, later(at, length)),
  refusals: [],
  backAt: null,
  successes: 0,
  within: false,
  offClock: null,
  texts: [],
  undated: [],
  refs: [],
})
