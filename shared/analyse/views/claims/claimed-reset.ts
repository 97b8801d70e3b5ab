import { MINUTE } from '../../../time/duration.ts'
import { later, type Instant } from '../../../time/instant.ts'
import { span } from '../../../time/span.ts'
import { against, directFor, neutral, weakFor } from '../../judge/facts/fact.ts'
import { isCertainReset } from '../../readings/grid-certainty.ts'
import type { GridView } from '../../judge/grid-views.ts'
import { resetsIn, type Grid } from '../../readings/grid.ts'
import { readingsBeside } from '../../readings/readings-near.ts'
import type { Fact } from '../../report.ts'
import { WINDOW_LENGTH } from '../../rules.ts'
import { resetAt } from '../../readings/windows.ts'
import type { ClaimCase } from './claim-case.ts'
import { factsByView } from './facts-by-view.ts'
import type { ClaimedWindow } from './read-claim.ts'

/** Whoever says "17:20" may mean a minute more or less; "around" is as close as this. */
const SAID_LOOSELY = 2 * MINUTE

/**
 * "This window reset at that time": held against the grid. A reset that a reading reported or saw passing supports it;
 * one that is only inferred fits; the nearest reset further away than the claim is precise speaks against it.
 */
export function resetFacts(
  window: ClaimedWindow,
  at: Instant,
  length: number,
  subject: ClaimCase,
): readonly Fact[] {
  return factsByView(subject, span(at, later(at, length)), (view) =>
    factsOn(view, window, at, length, subject),
  )
}

function factsOn(
  { grid, readings, reach }: GridView,
  window: ClaimedWindow,
  at: Instant,
  length: number,
  { account, now, rules }: ClaimCase,
): readonly Fact[] {
  const name = { unit: 'window', value: window } as const
  if (window === 'month' || !grid || grid.anchors[window] === null)
    return [neutral('claim_no_grid', { values: { window: name }, refs: [] })]
  const nearest = nearestReset(grid, window, at)
  if (nearest === null) return [neutral('claim_no_grid', { values: { window: name }, refs: [] })]
  const away = nearest < at ? at - nearest : Math.max(0, nearest - later(at, length))
  const details = {
    values: {
      window: name,
      boundary: { unit: 'instant', value: nearest },
      away: { unit: 'duration', value: away },
    },
    refs: readingsBeside(readings, at, 2).map(({ snapshot }) => snapshot.id),
  } as const
  if (away > SAID_LOOSELY)
    return [against('claim_reset_far', isCertainReset(reach, window, nearest), details)]
  const { basis } = resetAt(window, nearest, account, now, rules)
  return [
    basis === 'inferred' ? weakFor('claim_reset_near', details) : directFor('claim_reset_near', details),
  ]
}

function nearestReset(grid: Grid, window: '5h' | '7d', at: Instant): Instant | null {
  const length = WINDOW_LENGTH[window]
  const near = resetsIn(grid, window, span(at - length, at + length))
  return near.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? null
}
