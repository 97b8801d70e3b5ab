import type { PlacedReading } from '../../../shared/analyse/report.ts'
import type { Capture } from '../../../shared/evidence/kinds/capture.ts'
import type { Span } from '../../../shared/time/span.ts'
import { frameOf, type ClockKind } from '../frame.ts'
import { rowsWithin } from '../rows-within.ts'
import { itemsOf, type EvidenceItem } from './evidence-items.ts'
import type { Question } from './question.ts'

/** More pieces at once would be a table, and that is what the records page is for. */
const MAX_PIECES = 100

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

/** Pieces by their ids, or the rows of a stretch of time on one of the two clocks. */
export type PiecesAsk = readonly string[] | { readonly range: Span; readonly clock: ClockKind }

const isIds = (ask: PiecesAsk): ask is readonly string[] => Array.isArray(ask)

/** The pieces of evidence behind a statement: by their ids, in that order, or the rows of a stretch in the order of time. */
export const piecesQuestion: Question<PiecesAsk, Pieces> = {
  name: 'pieces',
  answer: (known, ask) => {
    const { evidence, report } = known
    const refs = isIds(ask) ? ask : rowsWithin(known, ask.range, frameOf(report.zone, ask.clock))
    const { items, missing } = itemsOf(evidence, refs)
    const shown = items.slice(0, MAX_PIECES)
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
