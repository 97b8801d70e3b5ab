import type { Lanes } from '../../../shared/analyse/lanes.ts'
import type { Reset } from '../../../shared/analyse/report.ts'
import type { WindowKind } from '../../../shared/evidence/quota-snapshot.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { EventButton } from './event-button.tsx'
import { Lane } from './lane.tsx'
import { resetEvent, resetLook } from './reset-events.ts'
import { ResetMark } from './reset-mark.tsx'
import { shareOf } from './axis-ticks.ts'
import { useTimeline } from './timeline-context.ts'
import './reset-lane.css'

const ROWS: readonly WindowKind[] = ['5h', '7d', 'month', 'other']

/** Resets as marks, a row for each window, so that a weekly one never hides a 5-hour one at the same minute. */
export function ResetLane({ lanes }: { readonly lanes: Lanes }) {
  const t = useText()
  const wording = useWording()
  const rows = ROWS.flatMap((window) => {
    const resets = lanes.resets.filter((reset) => reset.window === window)
    return resets.length > 0 ? [{ window, resets }] : []
  })
  return (
    <Lane
      name="resets"
      label={t('timeline.lane.resets')}
      note={rows.map(({ window }) => (
        <span key={window} className="reset-window">
          {wording.window(window)}
        </span>
      ))}
    >
      {rows.length === 0 ? (
        <p className="lane-empty">
          <span>{t(lanes.wall ? 'timeline.noResetsOnWall' : 'timeline.noResets')}</span>
        </p>
      ) : null}
      {rows.map(({ window, resets }) => (
        <div key={window} className="reset-row">
          {resets.map((reset) => (
            <ResetEvent key={reset.at} reset={reset} />
          ))}
        </div>
      ))}
    </Lane>
  )
}

function ResetEvent({ reset }: { readonly reset: Reset }) {
  const t = useText()
  const wording = useWording()
  const { range, frame } = useTimeline()
  const look = resetLook(reset)
  const late = shareOf(reset.at, range) > 90
  return (
    <EventButton
      event={resetEvent(reset, frame, t, wording)}
      point
      className={`reset reset-${look} ${late ? 'reset-late' : ''}`}
    >
      <ResetMark look={look} />
      <span className="reset-text">{t(`timeline.look.${look}`)}</span>
    </EventButton>
  )
}
