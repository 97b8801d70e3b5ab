import type { WindowKind } from '../../evidence/quota-snapshot.ts'
import type { Rule } from '../case.ts'
import { neutral } from './fact.ts'

/** Says so when nothing was ever read of a window: the verdict then rests on timing and texts, or on nothing. */
export const noReading =
  (window: WindowKind): Rule =>
  (subject) =>
    subject.meters[window].length > 0
      ? []
      : [neutral('no_reading', { values: { window: { unit: 'window', value: window } }, refs: [] })]
