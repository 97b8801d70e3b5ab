import type { Day } from '../../../../shared/time/day.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, UTC, type Zone } from '../../../../shared/time/zone.ts'
import { frameOf, minuteText } from '../../../data/frame.ts'
import { windowsQuestion } from '../../../data/questions/windows-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useLanguage, useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { dayText } from '../../../parts/text/day-text.ts'
import { SeriesSign } from '../charts/series.tsx'

interface WindowListProps {
  readonly day: Day
  readonly zone: Zone
  readonly selected: readonly Instant[]
  readonly full: boolean
  readonly onToggle: (from: Instant) => void
}

/** The 5 h windows of a day, to choose from. */
export function WindowList({ day, zone, selected, full, onToggle }: WindowListProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const { value: windows, state } = useAnswer(windowsQuestion, { day })
  const frame = frameOf(zone === UNKNOWN_ZONE ? UTC : zone, 'utc')
  return (
    <fieldset className="window-list" aria-busy={state === 'loading'}>
      <legend className="field-label">{t('compare.windowsOf', { day: dayText(day, language) })}</legend>
      {windows === null ? (
        <p className="muted">{t('loading')}</p>
      ) : windows.length === 0 ? (
        <p className="muted">{t('compare.noWindows')}</p>
      ) : (
        windows.map(({ from, span, requests, blockedMs, observedMs }) => {
          const place = selected.indexOf(from)
          return (
            <label key={from} className="choice">
              <input
                type="checkbox"
                checked={place >= 0}
                disabled={full && place < 0}
                onChange={() => onToggle(from)}
              />
              <span className="window-name">
                {minuteText(span.from, frame)}–{minuteText(span.to, frame)}
                {place >= 0 ? <SeriesSign index={place} /> : null}
              </span>
              <span className="choice-hint">
                {observedMs === 0 && requests === 0
                  ? t('calendar.unseen')
                  : [
                      blockedMs > 0
                        ? t('calendar.blocked', { duration: wording.duration(blockedMs) })
                        : t('calendar.notBlocked'),
                      t('timeline.requestCount', { count: requests }),
                    ].join(t('listJoin'))}
              </span>
            </label>
          )
        })
      )}
    </fieldset>
  )
}
