import type { CallCost } from '../../../shared/evidence/kinds/call-cost.ts'
import { shareBounds, type ShareBounds } from '../../../shared/evidence/share-bounds.ts'
import { byTime, rowsWith, type PartAsk } from './part-question.ts'
import type { Question } from './question.ts'
import type { RowsPage } from './rows/rows-question.ts'

/** A page of what calls took of the month's pool, with what all that pass the search add up to. */
export interface CostsPage extends RowsPage<CallCost> {
  readonly sum: ShareBounds
}

/** What each call took, as the membership page lists it, newest first. */
export const costsQuestion: Question<PartAsk, CostsPage> = {
  name: 'costs',
  answer: ({ evidence: { costs }, report: { zone } }, { text, offset, count }) => {
    const found = rowsWith(text, costs, ({ product }) => product)
    return {
      offset,
      rows: byTime(found, zone).slice(offset, offset + count),
      total: found.length,
      all: costs.length,
      sum: shareBounds(found),
    }
  },
}
