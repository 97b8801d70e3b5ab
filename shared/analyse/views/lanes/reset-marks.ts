import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import { span, spanContains, type Span } from '../../../time/span.ts'
import type { Account } from '../../readings/account.ts'
import { resetsOn } from '../../readings/epochs.ts'
import type { Report, Reset } from '../../report.ts'
import { GRID_WINDOWS, WINDOW_LENGTH, type GridWindow, type Rules } from '../../rules.ts'
import { resetAt } from '../../readings/windows.ts'

/** Resets of one window that lie too near each other to be told apart at this zoom, counted by what is known of them. */
export interface ResetGroup {
  readonly window: WindowKind
  readonly span: Span
  readonly count: number
  readonly reported: number
  readonly observed: number
  readonly inferred: number
  /** Passed, and nothing has shown them; counted here whatever their basis. */
  readonly due: number
}

export interface ResetMarks {
  readonly resets: readonly Reset[]
  readonly groups: readonly ResetGroup[]
}

/** More marks of one window than this are drawn as groups (our choice). */
const MOST = 90
const GROUPS = 30

/** All resets in a range, one by one where they can be told apart; a month's as the Report has them. */
export function resetMarks(account: Account, report: Report, range: Span, rules: Rules): ResetMarks {
  const onGrid = GRID_WINDOWS.map((window) => ofWindow(window, account, report, range, rules))
  const months = report.resets.filter(({ window, at }) => window === 'month' && spanContains(range, at))
  return {
    resets: [...onGrid.flatMap(({ resets }) => resets), ...months].toSorted((a, b) => a.at - b.at),
    groups: onGrid.flatMap(({ groups }) => groups),
  }
}

function ofWindow(
  window: GridWindow,
  account: Account,
  report: Report,
  range: Span,
  rules: Rules,
): ResetMarks {
  const length = WINDOW_LENGTH[window]
  const all = resetsOn(account.epochs, window, range).map((at) =>
    resetAt(window, at, account, report.now, rules),
  )
  if (all.length <= MOST) return { resets: all, groups: [] }
  const size = Math.ceil(all.length / GROUPS)
  const groups: ResetGroup[] = []
  for (let i = 0; i < all.length; i += size) {
    const some = all.slice(i, i + size)
    const first = some[0]
    if (!first) continue
    const count = (which: (reset: Reset) => boolean) => some.filter(which).length
    groups.push({
      window,
      span: span(first.at, Math.min(range.to, first.at + some.length * length)),
      count: some.length,
      reported: count((reset) => !isDue(reset) && reset.basis === 'reported'),
      observed: count((reset) => !isDue(reset) && reset.basis === 'observed'),
      inferred: count((reset) => !isDue(reset) && reset.basis === 'inferred'),
      due: count(isDue),
    })
  }
  return { resets: [], groups }
}

const isDue = ({ state }: Reset): boolean => state === 'due_unverified'
