import type { Report } from '../analyse/report.ts'
import type { ListedError } from '../analyse/views/error-list.ts'
import type { ListedTime } from '../analyse/views/listed-time.ts'
import { productOf } from '../evidence/kinds/error-observation.ts'
import { isExample } from '../evidence/example.ts'
import type { Meter, ResetReading } from '../evidence/kinds/quota-snapshot.ts'
import type { Wording } from '../wording/wording.ts'

/** When a piece of evidence was, as far as it is known. */
export function timeText({ span, local }: ListedTime, { zone }: Report, wording: Wording): string {
  if (span) return wording.span(span, zone)
  return local ? wording.wall(local.wall) : wording.label('notDated')
}

/** What there is to say of an error text beside its words and its class: when, its status, how often, whose it is. */
export function errorAbout(
  { error, time, assumed, count }: ListedError,
  report: Report,
  wording: Wording,
): readonly string[] {
  const { label } = wording
  return [
    timeText(time, report, wording) + (assumed ? ` (${label('assumed')})` : ''),
    ...(error.status === null ? [] : [`HTTP ${error.status}`]),
    ...(count > 1 ? [label('tries', { count: String(count) })] : []),
    ...(productOf(error) === 'kimi_code' ? [] : [label('openPlatform')]),
    ...(isExample(error) ? [label('example')] : []),
  ]
}

/** `weekly 40 % used, resets …`; which of the month's two pools it is, where it is one of them. */
export function meterText(
  { window, pool, usedPercent, reset }: Meter,
  report: Report,
  wording: Wording,
): string {
  const { label } = wording
  const used =
    usedPercent === null
      ? label('useNotStated')
      : label('shareUsed', { percent: wording.percent(usedPercent) })
  const values = { window: wording.meter({ window, pool }), used }
  return reset === null
    ? label('meterNoReset', values)
    : label('meter', { ...values, reset: resetText(reset, report, wording) })
}

const resetText = (reset: ResetReading, { zone }: Report, wording: Wording): string =>
  reset.kind !== 'in'
    ? wording.reset(reset, zone)
    : wording.label('resetsIn', { min: wording.duration(reset.min), max: wording.duration(reset.max) })
