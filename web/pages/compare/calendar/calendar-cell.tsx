import { useText, useLanguage, type Text } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { dayText } from '../../../parts/text/day-text.ts'
import type { CalendarMonth } from '../../../data/questions/calendar-question.ts'
import { MINUTE } from '../../../../shared/time/duration.ts'
import type { Wording } from '../../../../shared/wording/wording.ts'

type DayGlance = CalendarMonth['days'][number]

interface CalendarCellProps {
  readonly glance: DayGlance
  /** Its place among the selected days; −1 where it is none of them. */
  readonly place: number
  readonly multiple: boolean
  /** Of the month before or after. */
  readonly outside: boolean
  readonly disabled: boolean
  readonly tabStop: boolean
  readonly onPick: () => void
}

/** A day: its number, the minutes blocked, and whether anybody looked. */
export function CalendarCell(props: CalendarCellProps) {
  const { glance, place, multiple, outside, disabled, tabStop, onPick } = props
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const { day, blockedMs, blockedWithin } = glance
  const selected = place >= 0
  const classes = [
    'calendar-day',
    outside ? 'calendar-outside' : '',
    isUnknown(glance) ? 'calendar-unseen' : '',
    selected && multiple ? `calendar-chosen series-${place}` : selected ? 'calendar-chosen' : '',
  ]
  return (
    <td aria-selected={selected}>
      <button
        type="button"
        data-day={day}
        className={classes.filter(Boolean).join(' ')}
        tabIndex={tabStop ? 0 : -1}
        aria-disabled={disabled}
        aria-label={[dayText(day, language), ...sayings(glance, t, wording)].join(t('listJoin'))}
        onClick={() => {
          if (!disabled) onPick()
        }}
      >
        <span className="calendar-number">{Number(day.slice(8))}</span>
        <span className="calendar-blocked">
          {blockedMs > 0
            ? t('calendar.minutes', { count: Math.max(1, Math.round(blockedMs / MINUTE)) })
            : blockedWithin
              ? t('calendar.within')
              : ''}
        </span>
      </button>
    </td>
  )
}

/** Nobody looked, and nothing was seen by chance either. */
const isUnknown = ({ observedMs, requests, blockedMs, blockedWithin }: DayGlance): boolean =>
  observedMs === 0 && requests === 0 && blockedMs === 0 && !blockedWithin

function sayings(glance: DayGlance, t: Text, wording: Wording): readonly string[] {
  const { blockedMs, blockedWithin, requests, observedMs, passedMs } = glance
  if (isUnknown(glance)) return [t('calendar.unseen')]
  return [
    blockedMs > 0
      ? t('calendar.blocked', { duration: wording.duration(blockedMs) })
      : t(blockedWithin ? 'calendar.blockedWithin' : 'calendar.notBlocked'),
    t('timeline.requestCount', { count: requests }),
    t('calendar.seen', {
      share: wording.percent(passedMs > 0 ? (Math.min(observedMs, passedMs) / passedMs) * 100 : 0),
    }),
  ]
}
