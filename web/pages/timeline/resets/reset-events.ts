import type { ResetGroup } from '../../../../shared/analyse/views/lanes/reset-marks.ts'
import type { Reset } from '../../../../shared/analyse/report.ts'
import { instant } from '../../../../shared/time/instant.ts'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { LaneWords } from '../lane/lane-words.ts'

/** How a reset is drawn: what is known about it decides, and a passed one that nothing has shown stands apart. */
export const LOOKS = ['reported', 'observed', 'inferred', 'due'] as const
export type ResetLook = (typeof LOOKS)[number]

export function resetLook({ basis, state }: Reset): ResetLook {
  return state === 'due_unverified' ? 'due' : basis
}

/** A reset in words: which window, how its time is known, and whether anything has shown it. */
export function resetEvent(reset: Reset, { t, wording, time }: LaneWords): LaneEvent {
  return {
    key: `reset ${reset.window} ${reset.at}`,
    lane: 'resets',
    span: { from: reset.at, to: instant(reset.at + 1) },
    time: time.at(reset.at),
    what: t('timeline.reset', {
      window: wording.window(reset.window),
      look: t(`timeline.look.${resetLook(reset)}`),
    }),
    details: [wording.basisMeaning(reset.basis), wording.resetState(reset.state)],
    target: reset.refs.length > 0 ? { kind: 'evidence', refs: reset.refs } : null,
  }
}

/** Many resets in words: how many, and how many of them are known in which way. */
export function resetGroupEvent(group: ResetGroup, { t, wording, time }: LaneWords): LaneEvent {
  const parts = LOOKS.flatMap((look) =>
    group[look] > 0
      ? [t('timeline.lookCount', { count: group[look], look: t(`timeline.look.${look}`) })]
      : [],
  )
  return {
    key: `resets ${group.window} ${group.span.from}`,
    lane: 'resets',
    span: group.span,
    time: time.span(group.span),
    what: t('timeline.resets', { window: wording.window(group.window), count: group.count }),
    details: [parts.join(' · '), t('timeline.nearer')],
    target: { kind: 'zoom', span: group.span },
  }
}
