import type { Stretch } from '../../../../shared/analyse/blocks/stretch.ts'
import { WINDOW_LENGTH } from '../../../../shared/analyse/rules.ts'
import { addDays } from '../../../../shared/time/day.ts'
import { earlier } from '../../../../shared/time/instant.ts'

export const PRESETS = ['dayBefore', 'weekBefore', 'windowBefore'] as const
export type Preset = (typeof PRESETS)[number]

/** What a preset lays beside the first stretch: the day before, the same weekday a week before, the 5 h window before. */
export function besideOf(preset: Preset, base: Stretch): Stretch | null {
  if (base.kind === 'window')
    return preset === 'windowBefore'
      ? { kind: 'window', from: earlier(base.from, WINDOW_LENGTH['5h']) }
      : null
  if (preset === 'windowBefore') return null
  return { kind: 'day', day: addDays(base.day, preset === 'dayBefore' ? -1 : -7) }
}
