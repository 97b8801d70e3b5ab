import type { Reset } from '../../../../shared/analyse/report.ts'
import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import type { ResetGroup } from '../../../../shared/analyse/views/lanes/reset-marks.ts'
import type { WindowKind } from '../../../../shared/evidence/kinds/quota-snapshot.ts'
import { spanLength, type Span } from '../../../../shared/time/span.ts'
import { useText } from '../../../locales/use-text.ts'
import { inSight } from '../in-sight.ts'
import { textWidth } from '../labels/text-width.ts'
import { EmptyLane } from '../lane/empty-lane.tsx'
import { EventButton } from '../lane/event-button.tsx'
import type { LaneWords } from '../lane/lane-words.ts'
import { Lane } from '../lane/lane.tsx'
import { RowName } from '../lane/row-name.tsx'
import { within, type TimelineLane } from '../lane/timeline-lane.ts'
import { shareOf } from '../share-of.ts'
import { TimeLayer } from '../stage/time-layer.tsx'
import { useTimeline } from '../timeline-context.ts'
import { useTabStop } from '../use-tab-stop.ts'
import { LOOKS, resetEvent, resetGroupEvent, resetLook } from './reset-events.ts'
import { ResetMark } from './reset-mark.tsx'
import { resetRoom } from './reset-room.ts'
import './reset-lane.css'

const ROWS: readonly WindowKind[] = ['5h', '7d', 'month', 'other']
/** A mark with its word needs about this many pixels. */
const WORD_ROOM = 130
/** Nearer than this, in CSS pixels, marks of the usual breadth would lie on each other. */
const MARK_ROOM = 19
/** On either side of a count its group is to be seen. */
const COUNT_GAPS = 8

/** Resets as marks, a row for each window, so that a weekly one never hides a 5-hour one at the same minute. */
export const resetLane: TimelineLane = {
  name: 'resets',
  events: ({ resets, resetGroups }, words) => [
    ...resets.map((reset) => resetEvent(reset, words)),
    ...resetGroups.map((group) => resetGroupEvent(group, words)),
  ],
  parts: resetParts,
  Draw: ResetLane,
  Legend: ResetLegend,
}

function ResetLane() {
  const { lanes, words } = useTimeline()
  const { t, wording } = words
  const rows = ROWS.flatMap((window) => {
    const resets = lanes.resets.filter((reset) => reset.window === window)
    const groups = lanes.resetGroups.filter((group) => group.window === window)
    return resets.length + groups.length > 0 ? [{ window, resets, groups }] : []
  })
  return (
    <Lane
      of={resetLane}
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
        <ResetRow key={window} name={wording.window(window)} resets={resets} groups={groups} />
      ))}
    </Lane>
  )
}

interface ResetRowProps {
  readonly name: string
  readonly resets: readonly Reset[]
  readonly groups: readonly ResetGroup[]
}

function ResetRow({ name, resets, groups }: ResetRowProps) {
  const { lanes, shown, words, drawnWidth } = useTimeline()
  const { t } = words
  const marks = resets.map((reset) => ({ reset, event: resetEvent(reset, words) }))
  const many = groups.map((group) => ({ group, event: resetGroupEvent(group, words) }))
  const tabStop = useTabStop([...marks, ...many].map(({ event }) => event.key))
  const room = resetRoom(resets, lanes.span, drawnWidth)
  const slim = room < MARK_ROOM
  return (
    <>
      <RowName>{name}</RowName>
      <div className="reset-row">
        <TimeLayer span={lanes.span}>
          {marks.map(({ reset, event }) => {
            const look = resetLook(reset)
            // its word would be cut off where what is in sight ends
            const late = shareOf(reset.at, shown) > 85 && reset.at < shown.to
            // of a mark before it only the end of the word would be seen
            const worded = room > WORD_ROOM && reset.at >= shown.from
            return (
              <EventButton
                key={event.key}
                event={event}
                point
                className={`reset reset-${look} ${late ? 'reset-late' : ''} ${slim ? 'reset-slim' : ''}`}
                {...tabStop(event.key)}
              >
                <ResetMark look={look} slim={slim} />
                {worded ? <span className="reset-text">{t(`timeline.look.${look}`)}</span> : null}
              </EventButton>
            )
          })}
          {many.map(({ group, event }) => (
            <EventButton key={event.key} event={event} className="reset-group" {...tabStop(event.key)}>
              <ResetCount group={group} />
            </EventButton>
          ))}
        </TimeLayer>
      </div>
    </>
  )
}

/** How many a group stands for, written in the middle of what is in sight of it; nothing where there is no room. */
function ResetCount({ group: { span, count } }: { readonly group: ResetGroup }) {
  const { lanes, shown, drawnWidth } = useTimeline()
  const seen = inSight(span, shown)
  const room = (drawnWidth * spanLength(seen)) / spanLength(lanes.span)
  if (room < textWidth(String(count)) + COUNT_GAPS) return null
  return (
    <span className="reset-count" style={{ left: `${shareOf((seen.from + seen.to) / 2, span)}%` }}>
      {count}
    </span>
  )
}

function ResetLegend() {
  const t = useText()
  return LOOKS.map((look) => (
    <li key={look}>
      <ResetMark look={look} />
      {t('timeline.legendReset', { look: t(`timeline.look.${look}`) })}
    </li>
  ))
}

function resetParts({ resets, resetGroups }: Lanes, shown: Span, { t }: LaneWords): readonly string[] {
  const seen = resets.filter(({ at }) => at >= shown.from && at < shown.to)
  const groups = within(resetGroups, shown)
  return LOOKS.flatMap((look) => {
    const count =
      seen.filter((reset) => resetLook(reset) === look).length +
      groups.reduce((sum, group) => sum + group[look], 0)
    return count > 0 ? [t('timeline.lookCount', { count, look: t(`timeline.look.${look}`) })] : []
  })
}
