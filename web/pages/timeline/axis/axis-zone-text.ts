import { formatOffset } from '../../../../shared/time/format.ts'
import { instant } from '../../../../shared/time/instant.ts'
import type { Span } from '../../../../shared/time/span.ts'
import type { Frame } from '../../../data/frame.ts'
import type { Text } from '../../../locales/use-text.ts'

/** The zone whose clock an axis shows, with its offset, or both where clocks are changed in what is shown. */
export function axisZoneText(shown: Span, frame: Frame, name: string, t: Text): string {
  if (frame.wall) return t('timeline.wallClock')
  const before = formatOffset(shown.from, frame.zone)
  const after = formatOffset(instant(shown.to - 1), frame.zone)
  if (name.includes(before)) return name
  return before === after ? `${name} ${before}` : `${name} ${before} → ${after}`
}
