import type { Reset } from '../../../shared/analyse/report.ts'
import { instant } from '../../../shared/time/instant.ts'
import { clockText, type Frame } from '../../data/frame.ts'
import type { Text } from '../../locales/use-text.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { LaneEvent } from './lane-event.ts'

/** How a reset is drawn: what is known about it decides, and a passed one that nothing has shown stands apart. */
export type ResetLook = 'reported' | 'observed' | 'inferred' | 'due'

export function resetLook({ basis, state }: Reset): ResetLook {
  return state === 'due_unverified' ? 'due' : basis
}

/** A reset in words: which window, how its time is known, and whether anything has shown it. */
export function resetEvent(reset: Reset, frame: Frame, t: Text, wording: Wording): LaneEvent {
  return {
    key: `reset ${reset.window} ${reset.at}`,
    lane: 'resets',
    span: { from: reset.at, to: instant(reset.at + 1) },
    time: clockText(reset.at, frame),
    what: t('timeline.reset', {
      window: wording.window(reset.window),
      look: t(`timeline.look.${resetLook(reset)}`),
    }),
    details: [wording.basisMeaning(reset.basis), wording.resetState(reset.state)],
    target: reset.refs.length > 0 ? { kind: 'evidence', refs: reset.refs } : null,
  }
}
