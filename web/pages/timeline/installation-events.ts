import type { InstallationLane } from '../../../shared/analyse/views/lanes/installation-lanes.ts'
import { installationLabel } from '../../../shared/evidence/installation.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { LaneEvent } from './lane/lane-event.ts'
import type { LaneWords } from './lane/lane-words.ts'

/** The stretches that an installation saw, in words. */
export const installationEvents = (
  { installation, spans }: InstallationLane,
  { t, wording, time }: LaneWords,
): readonly LaneEvent[] =>
  spans.map((span) => ({
    key: `installation ${installation.id} ${span.from}`,
    lane: 'installations',
    span,
    time: time.span(span),
    what: installationLabel(installation),
    details: [t('timeline.sawThis'), wording.duration(spanLength(span))],
    target: { kind: 'rows', span },
  }))
