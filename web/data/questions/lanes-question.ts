import { lanesOf, type Lanes } from '../../../shared/analyse/views/lanes.ts'
import {
  installationLanes,
  type InstallationLane,
} from '../../../shared/analyse/views/lanes/installation-lanes.ts'
import type { ClockKind } from '../frame.ts'
import type { Span } from '../../../shared/time/span.ts'
import type { Known, Question } from './question.ts'

interface LanesAsk {
  readonly range: Span
  /** The part of it that is in sight: the totals are of this. */
  readonly shown?: Span
  readonly clock: ClockKind
  /** At most so many bars of requests. */
  readonly buckets: number
}

/** What a timeline of a stretch of time shows. */
export const lanesQuestion: Question<LanesAsk, Lanes> = {
  name: 'lanes',
  earliest: ({ range }) => range.from,
  answer: (known, { range, shown = range, clock, buckets }) =>
    lanesOf(known, range, { buckets, clock, shown, installations: installationsOf(known) }),
}

/** A year of calls is gone through once, not at each move of the timeline. */
const installationsOf = ({ sights, evidence, report, kept }: Known): readonly InstallationLane[] =>
  (kept.installations ??= installationLanes(sights, evidence, report.zone))
