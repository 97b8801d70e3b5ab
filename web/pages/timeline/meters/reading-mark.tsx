import { EventButton } from '../lane/event-button.tsx'
import type { LaneEvent } from '../lane/lane-event.ts'
import type { MeterLabel } from './meter-labels.ts'
import type { MeterMark } from './meter-marks.ts'
import { heightOf } from './meter-scale.ts'

interface ReadingMarkProps {
  readonly mark: MeterMark
  readonly event: LaneEvent
  readonly label: MeterLabel | null
  readonly tabIndex: number
  readonly onFocus: () => void
}

/** One reading: a dot at its moment, or a bar over the stretch in which it was taken. */
export function ReadingMark({ mark, event, label, tabIndex, onFocus }: ReadingMarkProps) {
  const { line, point, wide, onLine } = mark
  const kind = wide ? 'reading-wide' : onLine ? 'reading-on-line' : ''
  return (
    <EventButton
      event={event}
      point={!wide}
      className={`reading reading-${line.window} ${kind}`}
      style={{ bottom: heightOf(point.usedPercent) }}
      tabIndex={tabIndex}
      onFocus={onFocus}
    >
      {label ? (
        <span
          className={`reading-text reading-text-${label.side}`}
          style={{ transform: `translateY(${-label.lift}px)` }}
        >
          {label.text}
        </span>
      ) : null}
    </EventButton>
  )
}
