import { useCallback } from 'react'
import type { StretchTally } from '../../../shared/analyse/blocks/stretch.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../../shared/time/zone.ts'
import { clockText } from '../../data/frame.ts'
import { useLanguage } from '../../locales/use-text.ts'
import { dayText, shortDayText } from '../../parts/text/day-text.ts'

type Named = Pick<StretchTally, 'stretch' | 'day' | 'span'>

export interface StretchText {
  /** `2 Mar`, or `2 Mar 16:20`; for heads of columns. */
  readonly short: (named: Named) => string
  /** `Mon, 2 March 2026`, or `Mon, 2 March 2026, 16:20–21:20`. */
  readonly long: (named: Named) => string
}

/** What days and windows are called, on the clock of a zone; windows of an unknown zone are told in UTC. */
export function useStretchText(zone: Zone): StretchText {
  const language = useLanguage()
  const frame = { wall: false, zone: zone === UNKNOWN_ZONE ? UTC : zone }
  const minute = (at: Named['span']['from']) => clockText(at, frame).slice(0, 5)
  const short = useCallback(
    ({ stretch, day, span }: Named) =>
      stretch.kind === 'day'
        ? shortDayText(day, language)
        : `${shortDayText(day, language)} ${minute(span.from)}`,
    // oxlint-disable-next-line react/exhaustive-deps -- `zone` stands for what is made of it
    [language, zone],
  )
  const long = useCallback(
    ({ stretch, day, span }: Named) =>
      stretch.kind === 'day'
        ? dayText(day, language)
        : `${dayText(day, language)}, ${minute(span.from)}–${minute(span.to)}`,
    // oxlint-disable-next-line react/exhaustive-deps -- `zone` stands for what is made of it
    [language, zone],
  )
  return { short, long }
}
