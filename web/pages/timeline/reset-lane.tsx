import type { ResetGroup } from '../../../shared/analyse/lanes/reset-marks.ts'
import type { Reset } from '../../../shared/analyse/report.ts'
import type { WindowKind } from '../../../shared/evidence/quota-snapshot.ts'
import { shareOf } from './share-of.ts'
import { EmptyLane } from './empty-lane.tsx'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { resetEvent, resetGroupEvent, resetLook } from './reset-events.ts'
import { ResetMark } from './reset-mark.tsx'
import { TimeLayer } from './stage/time-layer.tsx'
import { useTimeline } from './timeline-context.ts'
import { useTabStop } from './use-tab-stop.ts'
import './reset-lane.css'

const ROWS: readonly WindowKind[] = ['5h', '7d', 'month', 'other']
/** A mark with its word needs about this many pixels. */
const WORD_ROOM = 130

/** Resets as marks, a row for each window, so that a weekly one never hides a 5-hour one at the same minute. */
export function ResetLane() {
  const { lanes, words } = useTimeline()
  const { t, wording } = words
  const rows = ROWS.flatMap((window) => {
    const resets = lanes.resets.filter((reset) => reset.window === window)
    const groups = lanes.resetGroups.filter((group) => group.window === window)
    return resets.length + groups.length > 0 ? [{ window, resets, groups }] : []
  })
  return (
    <Lane
      name="resets"
      note={rows.map(({ window }) => (
        <span key={window} className="reset-window">
          {wording.window(window)}
        </span>
      ))}
    >
      {rows.length === 0 ? (
        <EmptyLane text={t(lanes.wall ? 'timeline.noResetsOnWall' : 'timeline.noResets')} />
      ) : null}
      {rows.map(({ window, resets, groups }) => (
        <ResetRow key={window} resets={resets} groups={groups} />
      ))}
    </Lane>
  )
}

interface ResetRowProps {
  readonly resets: readonly Reset[]
  readonly groups: readonly ResetGroup[]
}

function ResetRow({ resets, groups }: ResetRowProps) {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const marks = resets.map((reset) => ({ reset, event: resetEvent(reset, words) }))
  const many = groups.map((group) => ({ group, event: resetGroupEvent(group, words) }))
  const tabStop = useTabStop([...marks, ...many].map(({ event }) => event.key))
  const roomy = drawnWidth / Math.max(1, resets.length) > WORD_ROOM
  return (
    <div className="reset-row">
      <TimeLayer span={lanes.span}>
        {marks.map(({ reset, event }) => {
          const look = resetLook(reset)
          // its word would be cut off where what is in sight ends
          const late = shareOf(reset.at, shown) > 85 && reset.at < shown.to
          // of a mark before it only the end of the word would be seen
          const worded = roomy && reset.at >= shown.from
          return (
            <EventButton
              key={event.key}
              event={event}
              point
              className={`reset reset-${look} ${late ? 'reset-late' : ''}`}
              {...tabStop(event.key)}
            >
              <ResetMark look={look} />
              {worded ? <span className="reset-text">{t(`timeline.look.${look}`)}</span> : null}
            </EventButton>
          )
        })}
        {many.map(({ group, event }) => (
          <EventButton key={event.key} event={event} className="reset-group" {...tabStop(event.key)}>
            <span className="reset-count">{group.count}</span>
          </EventButton>
        ))}
      </TimeLayer>
    </div>
  )
}
