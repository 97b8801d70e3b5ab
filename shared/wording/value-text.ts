import { CAUSES, type Cause, type FactValue } from '../analyse/report.ts'
import { formatDuration, formatInstant, type Language } from '../time/format.ts'
import { span } from '../time/span.ts'
import { writeWallTime } from '../time/wall.ts'
import type { Zone } from '../time/zone.ts'
import type { Say } from './say.ts'
import { spanText, wallSpanText, zoneToShow } from './span-text.ts'

/** At most two decimals, and none that say nothing: `46.89 %`, `2 %`; in Chinese without the space. */
export function percentText(percent: number, language: Language): string {
  const rounded = Math.round(percent * 100) / 100
  return language === 'zh' ? `${rounded}%` : `${rounded} %`
}

/**
 * The values of a fact or finding as texts for its sentence. Where `from` and `to` are times, `range` is both of them.
 *
 *     { used: 2 percent, from: instant, to: instant }  →  { used: '2 %', from: …, to: …, range: '… 10:20:45–15:20:45 +00:00' }
 */
export function valueTexts(
  values: Readonly<Record<string, FactValue>>,
  zone: Zone,
  language: Language,
  say: Say,
): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) texts[name] = valueText(value, zone, language, say)
  const range = rangeText(values['from'], values['to'], zone, say)
  return range === null ? texts : { ...texts, range }
}

function valueText(value: FactValue, zone: Zone, language: Language, say: Say): string {
  switch (value.unit) {
    case 'instant':
      return formatInstant(value.value, zoneToShow(zone))
    case 'wall':
      return writeWallTime(value.value)
    case 'duration':
      return formatDuration(value.value, language)
    case 'percent':
      return percentText(value.value, language)
    case 'count':
      return String(value.value)
    case 'window':
      return say('window', value.value)
    case 'text':
      return isCause(value.value) ? say('cause', value.value) : value.value
  }
}

const isCause = (text: string): text is Cause => CAUSES.some((cause) => cause === text)

function rangeText(
  from: FactValue | undefined,
  to: FactValue | undefined,
  zone: Zone,
  say: Say,
): string | null {
  if (from?.unit === 'instant' && to?.unit === 'instant') return spanText(span(from.value, to.value), zone)
  if (from?.unit === 'wall' && to?.unit === 'wall')
    return say('when', 'local', { range: wallSpanText(from.value, to.value) })
  return null
}
