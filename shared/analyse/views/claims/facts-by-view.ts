import type { Span } from '../../../time/span.ts'
import { viewsFor, type GridView } from '../../judge/grid-views.ts'
import { verdictOf } from '../../judge/judge.ts'
import { dependsOn } from '../../judge/offset-table.ts'
import type { Fact } from '../../report.ts'
import type { ClaimCase } from './claim-case.ts'

/** The facts under the grid of that time; where several grids may be meant and they differ, only that they do. */
export function factsByView(
  { account }: Pick<ClaimCase, 'account'>,
  range: Span,
  factsUnder: (view: GridView) => readonly Fact[],
): readonly Fact[] {
  const trials = viewsFor(account.views, range).map(factsUnder)
  const verdicts = trials.map(verdictOf)
  const [first = []] = trials
  return verdicts.every((verdict) => verdict === verdicts[0])
    ? first
    : [dependsOn('depends_on_grid', verdicts)]
}
