import { summariesOf, type StretchSummary } from '../../../shared/analyse/views/stretch-summary.ts'
import { resetsIn } from '../../../shared/analyse/readings/grid.ts'
import { WINDOW_LENGTH } from '../../../shared/analyse/rules.ts'
import { daySpan, type Day } from '../../../shared/time/day.ts'
import { earlier, type Instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, UTC } from '../../../shared/time/zone.ts'
import type { Question } from './question.ts'

interface WindowsAsk {
  readonly day: Day
}

/** The 5 h windows that touch a day (of UTC, while the zone is unknown), in order; none where no reading tells of them. */
export const windowsQuestion: Question<WindowsAsk, readonly (StretchSummary & { readonly from: Instant })[]> =
  {
    name: 'windows',
    answer: (known, { day }) => {
      const { report, derived } = known
      const zone = report.zone === UNKNOWN_ZONE ? UTC : report.zone
      const { grid } = derived.account
      if (!grid) return []
      const range = daySpan(day, zone)
      const begins = resetsIn(grid, '5h', {
        from: earlier(range.from, WINDOW_LENGTH['5h'] - 1),
        to: range.to,
      })
      return summariesOf(
        known,
        begins.map((from) => ({ kind: 'window', from })),
        report.zone,
      ).flatMap((glance) =>
        glance.stretch.kind === 'window' ? [{ ...glance, from: glance.stretch.from }] : [],
      )
    },
  }
