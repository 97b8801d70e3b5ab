import type { WindowKind } from '../../../evidence/kinds/quota-snapshot.ts'
import type { Rule } from '../case.ts'
import { readingWithoutWeek } from '../../readings/plan-windows.ts'
import { neutral } from './fact.ts'

/**
 * Says so when nothing was ever read of a window: the verdict then rests on timing and texts, or on nothing. New plans have
 * no weekly window, and then there is nothing to read.
 */
export const noReading =
  (window: WindowKind): Rule =>
  (subject) => {
    if (subject.meters[window].length > 0) return []
    const whole = window === '7d' ? readingWithoutWeek(subject.meters) : null
    return whole
      ? [neutral('no_weekly_limit', { values: {}, refs: [whole.snapshot.id] })]
      : [neutral('no_reading', { values: { window: { unit: 'window', value: window } }, refs: [] })]
  }
