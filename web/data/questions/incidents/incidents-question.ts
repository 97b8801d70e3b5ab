import type { AttachedAnnotation } from '../../../../shared/analyse/blocks/attach-annotations.ts'
import type { BlockedWindow, Cause, Incident } from '../../../../shared/analyse/report.ts'
import { incidentAnswer, type Answer } from '../../../../shared/analyse/views/answer.ts'
import type { Annotation } from '../../../../shared/evidence/kinds/annotation.ts'
import type { Language } from '../../../../shared/time/format.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Filter } from '../../../state/place.ts'
import type { Question } from '../question.ts'
import { foundIncidents, incidentIndex } from './incident-index.ts'
import { findShown, type Wanted } from './find-shown.ts'
import { tagsIn } from './incident-texts.ts'
import { stretchAround, type Stretch } from './list-stretch.ts'

interface IncidentsAsk {
  readonly filter: Filter
  /** Sentences are searched, and they are of one language. */
  readonly language: Language
  /** The incident to show in full; null for the first of the list. */
  readonly wanted: Wanted | null
  /** The entries of the list that are wanted; null for those around the shown incident. */
  readonly stretch: Stretch | null
}

/** As much of an incident as its entry in a list says. */
export interface ListedIncident extends Pick<Incident, 'id'> {
  readonly leading: Cause | 'unknown'
  /** Without what it rests on: that may be thousands of refusals. */
  readonly block: BlockedWindow
  readonly ruledOut: number
  readonly tags: readonly string[]
}

/** A part of the list of incidents, newest first, and one of them in full. */
export interface IncidentsPage {
  /** The place of the first entry in the list. */
  readonly offset: number
  readonly entries: readonly ListedIncident[]
  /** How many pass the filter, and how many there are. */
  readonly total: number
  readonly all: number
  /** Null where nothing is left to show. */
  readonly shown: Incident | null
  /** What it was, until when, and what to do; of the shown one, at the time of the report. */
  readonly answer: Answer | null
  readonly now: Instant
  /** What the user wrote on the shown one. */
  readonly attached: readonly AttachedAnnotation[]
  /** True where what was wanted is in the evidence no more, and has no heir. */
  readonly gone: boolean
  /** Tags in use on any incident, sorted. */
  readonly tags: readonly string[]
  /** What the user wrote on blocks that are no longer there. */
  readonly adrift: readonly Annotation[]
}

/** The incidents that a filter leaves, as many as a list shows at once, and the one that is looked at. */
export const incidentsQuestion: Question<IncidentsAsk, IncidentsPage> = {
  name: 'incidents',
  answer: (known, ask) => {
    const index = incidentIndex(known)
    const { newest, notes, tags } = index
    const found = foundIncidents(known.report, index, ask)
    const named = ask.wanted && findShown(newest, ask.wanted, known.report.zone)
    const shown = named ?? found[0] ?? null
    const { offset, count } = stretchAround(shown ? found.indexOf(shown) : -1, ask.stretch)
    const notesOn = (id: string) => notes.byIncident.get(id) ?? []
    return {
      offset,
      entries: found.slice(offset, offset + count).map((each) => listed(each, notesOn(each.id))),
      total: found.length,
      all: newest.length,
      shown,
      answer: shown && incidentAnswer(shown, known.report),
      now: known.report.now,
      attached: shown ? notesOn(shown.id) : [],
      gone: ask.wanted !== null && !named,
      tags,
      adrift: notes.adrift,
    }
  },
}

const listed = (
  { id, block, leading, verdicts }: Incident,
  notes: readonly AttachedAnnotation[],
): ListedIncident => ({
  id,
  leading,
  block: { ...block, refs: [] },
  ruledOut: verdicts.filter(({ verdict }) => verdict === 'contradicted').length,
  tags: tagsIn(notes),
})
