import { spanInFrame } from '../../../shared/analyse/clocks/placed-records.ts'
import type { When } from '../../../shared/evidence/when.ts'
import type { Span } from '../../../shared/time/span.ts'
import type { ClockKind } from '../frame.ts'
import type { Question } from './question.ts'

/** Where a piece of evidence lies in time, and on which clock that is told. */
export interface EvidencePlace {
  readonly clock: ClockKind
  readonly span: Span
}

interface PlacesAsk {
  readonly refs: readonly string[]
}

/** Where pieces of evidence lie in time, by their ids; those that nothing dates, or that are gone, are left out. */
export const placesQuestion: Question<PlacesAsk, Readonly<Record<string, EvidencePlace>>> = {
  name: 'places',
  answer: ({ evidence, report }, { refs }) => {
    const wanted = new Set(refs)
    const places: Record<string, EvidencePlace> = {}
    const look = (items: readonly { readonly id: string; readonly when: When }[]) => {
      for (const { id, when } of items) {
        if (!wanted.has(id)) continue
        const utc = spanInFrame(when, 'utc', report.zone)
        const wall = utc ? null : spanInFrame(when, 'wall', report.zone)
        if (utc) places[id] = { clock: 'utc', span: utc }
        else if (wall) places[id] = { clock: 'wall', span: wall }
      }
    }
    if (wanted.size === 0) return places
    look(evidence.records)
    look(evidence.errors)
    look(evidence.calls)
    look(evidence.marks)
    look(evidence.snapshots)
    // The analysis knows better than a reading itself when it was taken.
    for (const { snapshot, span } of report.readings)
      if (wanted.has(snapshot)) places[snapshot] = { clock: 'utc', span }
    return places
  },
}
