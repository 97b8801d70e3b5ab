import { useCallback, useMemo } from 'react'
import { clockOf, lanesOf } from '../../../shared/analyse/lanes.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { spanLength } from '../../../shared/time/span.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { daysWithEvidence } from '../../data/days-with-evidence.ts'
import type { Everything } from '../../data/use-everything.ts'
import { dayInFrame, frameOf, spanOfDay, type ClockKind } from '../../data/frame.ts'
import { rowsWithin } from '../../data/rows-within.ts'
import { useEvidencePanel } from '../../evidence-panel/panel-context.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { dayText } from '../../parts/day-text.ts'
import { Notice } from '../../parts/notice.tsx'
import { zoneName } from '../../parts/zone-choices.ts'
import { ZonePicker } from '../../parts/zone-picker.tsx'
import { goTo, usePlace } from '../../state/use-place.ts'
import { ClockSwitch } from './clock-switch.tsx'
import { DayNav } from './day-nav.tsx'
import type { LaneEvent } from './lane-event.ts'
import { Legend } from './legend.tsx'
import { TimelineFigure } from './timeline-figure.tsx'
import { timelineRows } from './timeline-rows.ts'
import { timelineSummary } from './timeline-summary.ts'
import { TimelineTable } from './timeline-table.tsx'
import '../../parts/plain-table.css'

/** How much time a bar of requests stands for. */
const BUCKET = 15 * MINUTE

/** The day that the address asks for, else the last one that has something to show. */
export function DayView({ findings }: { readonly findings: Everything }) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const panel = useEvidencePanel()
  const { day: asked, part } = usePlace()
  const { evidence, report } = findings
  const clock: ClockKind = part === 'utc' || part === 'wall' ? part : clockOf(evidence, report)
  const unknown = report.zone === UNKNOWN_ZONE
  const frame = useMemo(() => frameOf(report.zone, clock), [report.zone, clock])
  const days = useMemo(() => daysWithEvidence(findings, clock), [findings, clock])
  const day = asked ?? days.at(-1) ?? dayInFrame(report.now, frame)
  const lanes = useMemo(() => {
    const range = spanOfDay(day, frame)
    const buckets = Math.round(spanLength(range) / BUCKET)
    return lanesOf(evidence, report, range, {
      buckets,
      clock: frame.wall ? 'wall' : 'utc',
      rules: DEFAULT_RULES,
    })
  }, [evidence, report, day, frame])
  const act = useCallback(
    ({ target, time, what }: LaneEvent) => {
      if (target === null) return
      if (target.kind === 'incident') return goTo({ view: 'incidents', incident: target.id })
      const refs = target.kind === 'rows' ? rowsWithin(findings, target.span, frame) : target.refs
      panel({ title: `${time} · ${what}`, refs })
    },
    [panel, findings, frame],
  )
  const title = dayText(day, language)
  const summary = timelineSummary(lanes, title, frame, t, wording)
  return (
    <>
      <DayNav day={day} days={days}>
        {unknown ? <ClockSwitch clock={clock} /> : null}
      </DayNav>
      {unknown ? (
        <Notice
          kind="warn"
          title={t(frame.wall ? 'timeline.wallTitle' : 'timeline.utcTitle')}
          actions={
            <ZonePicker
              label={t('zone.tryOn')}
              value={report.zone}
              onChange={(zone) => goTo({ zone, part: null })}
            />
          }
        >
          <p>{t(frame.wall ? 'timeline.wallText' : 'timeline.utcText')}</p>
        </Notice>
      ) : null}
      <TimelineFigure
        lanes={lanes}
        frame={frame}
        zoneName={zoneName(frame.zone, t('zone.unknown'))}
        summary={summary}
        act={act}
      />
      <Legend />
      <TimelineTable rows={timelineRows(lanes, frame, t, wording)} caption={summary} act={act} />
    </>
  )
}
