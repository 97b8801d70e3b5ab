import type { ComponentType } from 'react'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import { spansOverlap, type Span } from '../../../../shared/time/span.ts'
import type { LaneEvent, LaneName } from './lane-event.ts'
import type { LaneWords } from './lane-words.ts'

/** A lane of the timeline: what it says, and how it is drawn. timeline-lanes.ts is the list of them. */
export interface TimelineLane {
  readonly name: LaneName
  /** Everything on it, in words. */
  readonly events: (lanes: Lanes, words: LaneWords) => readonly LaneEvent[]
  /** What it shows of a stretch, as the parts of one sentence; none where nothing is known. */
  readonly parts: (lanes: Lanes, shown: Span, words: LaneWords) => readonly string[]
  readonly Draw: ComponentType
  /** What its signs mean, as items of the legend. */
  readonly Legend?: ComponentType
  /** Whether it has anything to be about; always, where it does not say. */
  readonly isThere?: (lanes: Lanes) => boolean
}

/** The events of a lane in what is shown, in the order of time: the same words as on the drawing, for a table. */
export function laneRows(
  { events }: TimelineLane,
  lanes: Lanes,
  shown: Span,
  words: LaneWords,
): readonly LaneEvent[] {
  return within(events(lanes, words), shown).toSorted(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
  )
}

/** What a lane shows in one sentence, for screen readers; the unknown is named as such. */
export function laneSummary(
  { name, parts }: TimelineLane,
  lanes: Lanes,
  shown: Span,
  words: LaneWords,
): string {
  const { t } = words
  const told = parts(lanes, shown, words).filter((part) => part !== '')
  return t('timeline.laneSummary', {
    lane: t(`timeline.lane.${name}`),
    parts: told.length > 0 ? told.join(t('listJoin')) : t('timeline.nothing'),
  })
}

/** Each of some events as a part of the sentence: when, and what. */
export const partsOf = (events: readonly LaneEvent[]): readonly string[] =>
  events.map(({ time, what }) => `${time} ${what}`)

/** Those of them that touch what is shown. */
export const within = <Each extends { readonly span: Span }>(
  all: readonly Each[],
  shown: Span,
): readonly Each[] => all.filter(({ span }) => spansOverlap(span, shown))
