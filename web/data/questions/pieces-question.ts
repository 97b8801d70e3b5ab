import type { PlacedReading } from '../../../shared/analyse/report.ts'
import type { Capture } from '../../../shared/evidence/capture.ts'
import { itemsOf, type EvidenceItem } from './evidence-items.ts'
import type { Question } from './question.ts'

/** More pieces at once would be a table, and that is what the records page is for. */
export const MOST_PIECES = 100

export interface Pieces {
  readonly items: readonly EvidenceItem[]
  /** Pieces that there are, beyond the first hundred. */
  readonly more: number
  /** Ids that name nothing that is kept here. */
  readonly missing: number
  /** The captures that the pieces were read in. */
  readonly captures: readonly Capture[]
  /** Where the readings among them were placed. */
  readonly readings: readonly PlacedReading[]
}

/** The pieces of evidence behind a statement, by their ids, in that order. */
export const piecesQuestion: Question<readonly string[], Pieces> = {
  name: 'pieces',
  answer: ({ evidence, report }, refs) => {
    const { items, missing } = itemsOf(evidence, refs)
    const shown = items.slice(0, MOST_PIECES)
    const ids = new Set(shown.map(({ item }) => item.id))
    const read = new Set(
      shown.flatMap(({ item }) => ('origins' in item ? item.origins.map(({ capture }) => capture) : [])),
    )
    return {
      items: shown,
      more: items.length - shown.length,
      missing: missing.length,
      captures: evidence.captures
        .filter(({ id }) => read.has(id))
        .map((capture) => ({ ...capture, recordIds: [] })),
      readings: report.readings.filter(({ snapshot }) => ids.has(snapshot)),
    }
  },
}
