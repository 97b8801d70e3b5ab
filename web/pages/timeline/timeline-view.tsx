import { useCallback, useMemo, useRef, useState } from 'react'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { span, spanLength, widenSpan, type Span } from '../../../shared/time/span.ts'
import type { PageReport } from '../../data/findings.ts'
import { dayInFrame, frameOf, spanOfDay } from '../../data/frame.ts'
import type { History } from '../../data/questions/history-question.ts'
import { lanesQuestion } from '../../data/questions/lanes-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useEvidencePanel } from '../../evidence-panel/panel-context.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { zoneName } from '../../parts/zone/zone-choices.ts'
import { ZonePicker } from '../../parts/zone/zone-picker.tsx'
import { goTo, replacePlace, usePlace } from '../../state/use-place.ts'
import { ClockSwitch } from './axis/clock-switch.tsx'
import { DayNav } from './axis/day-nav.tsx'
import type { LaneEvent } from './lane/lane-event.ts'
import { Legend } from './legend.tsx'
import { Overview } from './overview/overview.tsx'
import { useStage } from './stage/use-stage.ts'
import { timeWords } from './time-words.ts'
import { TimelineFigure } from './timeline-figure.tsx'
import { TimelineTables } from './tables/timeline-tables.tsx'
import { Toolbar } from './toolbar.tsx'
import { axisZoneText } from './axis/axis-zone-text.ts'
import { overscanOf } from './view/view.ts'
import '../../parts/plain-table.css'

/** A bar is this wide at least, in CSS pixels: a year then has bars of three days. */
const BAR = 6
/** Narrower ones where fewer than this would fit: on a telephone a year shall still have its weeks. */
const FEWEST_BARS = 60

interface TimelineViewProps {
  readonly history: History
  readonly report: PageReport
}

const settleAtRange = (range: Span) => replacePlace({ range, day: null })

/** The stretch that the address asks for, else the last day that has something to show. */
export function TimelineView({ history, report }: TimelineViewProps) {
  const t = useText()
  const language = useLanguage()
  const wording = useWording()
  const place = usePlace()
  const root = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  const { clock, days } = history
  // Two clocks there are only where something is on the one on the wall; else all is in UTC, and nothing is missing.
  const { zoneless } = history
  const frame = useMemo(() => frameOf(report.zone, clock), [report.zone, clock])
  const day = place.day ?? days.at(-1) ?? dayInFrame(report.now, frame)
  const shown = useMemo(() => place.range ?? spanOfDay(day, frame), [place.range, day, frame])
  const bounds = useMemo(
    () => boundsOf(history.extent ?? spanOfDay(day, frame), frame.wall ? null : report.now),
    [history.extent, report.now, day, frame],
  )
  const stage = useStage(shown, settleAtRange, root)
  const ask =
    width === null
      ? null
      : {
          range: overscanOf(shown),
          shown,
          clock,
          buckets: 2 * Math.max(FEWEST_BARS, Math.floor(width / BAR)),
        }
  const answer = useAnswer(lanesQuestion, ask)
  const words = useMemo(
    () => ({ t, wording, time: timeWords(frame, shown, language) }),
    [t, wording, frame, shown, language],
  )
  const act = useAct(clock)
  return (
    <div ref={root} className="timeline-page">
      <DayNav day={dayInFrame((shown.from + shown.to) / 2, frame)} days={days}>
        {zoneless ? <ClockSwitch clock={clock} /> : null}
      </DayNav>
      {zoneless ? <ClockNotice wall={frame.wall} zone={report.zone} /> : null}
      <Toolbar stage={stage} frame={frame} shown={shown} bounds={bounds} history={history} />
      <Overview stage={stage} history={history} bounds={bounds} frame={frame} words={words} />
      <TimelineFigure
        stage={stage}
        answer={answer}
        shown={shown}
        bounds={bounds}
        frame={frame}
        words={words}
        zoneText={axisZoneText(shown, frame, zoneName(frame.zone, t('zone.unknown')), t)}
        act={act}
        onWidth={setWidth}
      />
      <Legend />
      {answer.value ? <TimelineTables lanes={answer.value} shown={shown} words={words} act={act} /> : null}
    </div>
  )
}

/** All of the history, as far as today where that is on the same clock. */
const boundsOf = (extent: Span, now: Instant | null): Span =>
  now === null ? extent : span(Math.min(extent.from, now), Math.max(extent.to, now))

/** Does what an event of a lane is for: goes to its incident, nearer to it, or shows its evidence. */
function useAct(clock: History['clock']): (event: LaneEvent) => void {
  const panel = useEvidencePanel()
  return useCallback(
    ({ target, time, what }: LaneEvent) => {
      if (target === null) return
      if (target.kind === 'incident') return goTo({ view: 'incidents', incident: target.id })
      if (target.kind === 'zoom')
        return goTo({ range: widenSpan(target.span, Math.ceil(spanLength(target.span) / 10)) })
      const title = `${time} · ${what}`
      if (target.kind === 'rows') panel({ title, refs: { range: target.span, clock } })
      else panel({ title, refs: target.refs })
    },
    [panel, clock],
  )
}

interface ClockNoticeProps {
  readonly wall: boolean
  readonly zone: Zone
}

/** On which of the two clocks the timeline stands, and how a zone can be tried on. */
function ClockNotice({ wall, zone }: ClockNoticeProps) {
  const t = useText()
  return (
    <Notice
      kind="warn"
      title={t(wall ? 'timeline.wallTitle' : 'timeline.utcTitle')}
      actions={
        <ZonePicker
          label={t('zone.tryOn')}
          value={zone}
          onChange={(tried) => goTo({ zone: tried, part: null })}
        />
      }
    >
      <p>{t(wall ? 'timeline.wallText' : 'timeline.utcText')}</p>
    </Notice>
  )
}
