import { memo, useDeferredValue, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { Lanes } from '../../../shared/analyse/views/lanes.ts'
import { spanLength, type Span } from '../../../shared/time/span.ts'
import type { Frame } from '../../data/frame.ts'
import type { Answer } from '../../data/use-answer.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { Skeleton } from '../../parts/status/skeleton.tsx'
import { useWidth } from '../../parts/use-width.ts'
import { Axis, Ticks } from './axis/axis.tsx'
import { Background } from './axis/background.tsx'
import { Crosshair } from './axis/crosshair.tsx'
import { EventTip } from './lane/event-tip.tsx'
import type { LaneEvent } from './lane/lane-event.ts'
import type { LaneWords } from './lane/lane-words.ts'
import type { Stage } from './stage/stage.ts'
import { useGestures } from './stage/use-gestures.ts'
import { useTimelineKeys } from './stage/use-timeline-keys.ts'
import { TimelineContext } from './timeline-context.ts'
import { TIMELINE_LANES } from './timeline-lanes.ts'
import { timelineSummary } from './tables/timeline-summary.ts'
import { useSaidOnce } from './use-said-once.ts'
import { useEventTip } from './lane/use-event-tip.ts'
import './timeline-figure.css'
import './lane/lanes.css'

interface TimelineFigureProps {
  readonly stage: Stage
  readonly answer: Answer<Lanes>
  readonly shown: Span
  readonly bounds: Span
  readonly frame: Frame
  readonly words: LaneWords
  readonly zoneText: string
  readonly act: (event: LaneEvent) => void
  readonly onWidth: (width: number) => void
}

/** All lanes over one time axis, to be moved by wheel, drag, pinch and keys. */
export function TimelineFigure(props: TimelineFigureProps) {
  const { stage, answer, shown, bounds, words, onWidth } = props
  const { t } = words
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track)
  useLayoutEffect(() => {
    if (width === null) return
    stage.resize(width)
    onWidth(width)
  }, [stage, width, onWidth])
  const choice = useRef<HTMLDivElement>(null)
  const [hint, sayHowToZoom] = useSaidOnce()
  useGestures(stage, bounds, { area, track, choice, onPlainTurn: sayHowToZoom })
  const keys = useTimelineKeys(stage, bounds)
  const summary = answer.value ? timelineSummary(answer.value, shown, words) : t('loading')
  return (
    <figure className="timeline" aria-labelledby={id} aria-busy={answer.state === 'loading'}>
      <figcaption id={id} aria-live="polite">
        {summary}
      </figcaption>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is moved by keys, and says so */}
      <section
        ref={area}
        className="lanes"
        aria-label={t('timeline.figure')}
        aria-describedby={`${id}-keys`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys move what it shows
        tabIndex={0}
        {...keys}
      >
        <p id={`${id}-keys`} className="visually-hidden">
          {t('timeline.figureKeys')}
        </p>
        <div ref={track} className="track-ruler" aria-hidden="true" />
        <div className="crosshair-area" aria-hidden="true">
          <div ref={choice} className="range-choice" hidden />
        </div>
        {hint ? <output className="wheel-hint">{t('timeline.wheelHint')}</output> : null}
        {answer.state === 'failed' ? (
          <Notice kind="error" live title={t('failure.title')}>
            <p className="mono">{answer.error.message}</p>
          </Notice>
        ) : answer.value === null || width === null ? (
          <Skeleton label={t('loading')} rows={5} />
        ) : (
          <AllLanes {...props} lanes={answer.value} width={width} area={area} />
        )}
      </section>
    </figure>
  )
}

interface AllLanesProps extends TimelineFigureProps {
  readonly lanes: Lanes
  readonly width: number
  readonly area: React.RefObject<HTMLDivElement | null>
}

function AllLanes({ stage, lanes, shown, frame, words, zoneText, act, width, area }: AllLanesProps) {
  const { shown: tip, show, hide, keep } = useEventTip()
  const drawnWidth = Math.round((width * spanLength(lanes.span)) / spanLength(shown))
  const tools = useMemo(
    () => ({
      lanes,
      shown,
      stage,
      frame,
      words,
      // what is still drawn for a view much longer or shorter than this one is soon drawn anew
      drawnWidth: Math.min(4 * width, Math.max(width, drawnWidth)),
      show,
      hide,
      act,
    }),
    [lanes, shown, stage, frame, words, width, drawnWidth, show, hide, act],
  )
  useEffect(
    () =>
      stage.follow(() => {
        if (stage.isMoving()) hide()
      }),
    [stage, hide],
  )
  return (
    <TimelineContext value={tools}>
      <DrawnLanes zoneText={zoneText} />
      <Crosshair over={area} />
      {tip ? (
        <EventTip key={tip.event.key} event={tip.event} at={tip.at} onEnter={keep} onLeave={hide} />
      ) : null}
    </TimelineContext>
  )
}

/** So many lanes are drawn at once. */
const AT_ONCE = 2

/** Kept while tips come and go: only what the lanes show draws them anew. */
const DrawnLanes = memo(function DrawnLanes({ zoneText }: { readonly zoneText: string }) {
  // Drawing all of it at once would hold up the page for a tenth of a second: the rest follows in slices.
  const rest = useDeferredValue(true, false)
  return (
    <>
      <div className="behind" aria-hidden="true">
        <Ticks className="grid-line" />
        <Background />
      </div>
      <Axis zoneText={zoneText} />
      {TIMELINE_LANES.slice(0, rest ? undefined : AT_ONCE).map(({ name, Draw }) => (
        <Draw key={name} />
      ))}
    </>
  )
})
