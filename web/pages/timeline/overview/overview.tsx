import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { Span } from '../../../../shared/time/span.ts'
import type { Frame } from '../../../data/frame.ts'
import type { History } from '../../../data/questions/history-question.ts'
import { useLanguage } from '../../../locales/use-text.ts'
import { useWidth } from '../../../parts/use-width.ts'
import { requestsIn } from '../requests/request-events.ts'
import type { LaneWords } from '../lane/lane-words.ts'
import type { Brush } from '../paint/brush.ts'
import { LaneCanvas } from '../paint/lane-canvas.tsx'
import { paintBars } from '../paint/paint-bars.ts'
import { createStage, type Stage } from '../stage/stage.ts'
import { tickText } from '../axis/tick-text.ts'
import { timeWords } from '../time-words.ts'
import { ticksOf } from '../view/ticks.ts'
import { asSpan, pixelOf } from '../view/view.ts'
import { BrushHandle } from './brush-handle.tsx'
import { useBrush } from './use-brush.ts'
import './overview.css'

interface OverviewProps {
  readonly stage: Stage
  readonly history: History
  readonly bounds: Span
  readonly frame: Frame
  readonly words: LaneWords
}

const TICK_ROOM = 90

/** The whole history on one line, with a window over what is shown: it can be moved, made longer or shorter, or drawn anew. */
export function Overview({ stage, history, bounds, frame, words }: OverviewProps) {
  const { t } = words
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const win = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const whole = useWholeStage(bounds, width)
  useBrush(stage, bounds, box, win)
  useWindowOver(win, stage, bounds, width)
  const paint = usePaint(history)
  const ticks = width === null ? [] : ticksOf(bounds, frame.zone, Math.floor(width / TICK_ROOM))
  const wholeWords = timeWords(frame, bounds, language)
  return (
    <section className="overview" aria-label={t('timeline.overview', { range: wholeWords.title })}>
      <div ref={box} className="overview-track">
        <LaneCanvas stage={whole} paint={paint} />
        <div ref={win} className="overview-window">
          <BrushHandle
            edge="from"
            stage={stage}
            bounds={bounds}
            say={(view) => wholeWords.at(asSpan(view).from)}
            label={t('timeline.shownFrom')}
          />
          <BrushHandle
            edge="to"
            stage={stage}
            bounds={bounds}
            say={(view) => wholeWords.at(asSpan(view).to)}
            label={t('timeline.shownTo')}
          />
        </div>
      </div>
      <div className="overview-axis" aria-hidden="true">
        {ticks
          .filter(({ at }) => pixelOf(at, bounds, width ?? 0) < (width ?? 0) - LAST_LABEL)
          .map((tick) => (
            <span key={tick.at} style={{ left: pixelOf(tick.at, bounds, width ?? 0) }}>
              {tickText(tick, language)}
            </span>
          ))}
      </div>
    </section>
  )
}

/** A label further right than this would be cut off. */
const LAST_LABEL = 40

/** Blocked windows are a bar at the top, not only a colour. */
const BLOCK_HEIGHT = 5

/** A stage on which the whole history always stands. */
function useWholeStage(bounds: Span, width: number | null): Stage {
  const whole = useMemo(() => createStage(bounds), [bounds])
  useLayoutEffect(() => {
    if (width !== null) whole.resize(width)
  }, [whole, width])
  useEffect(() => () => whole.stop(), [whole])
  return whole
}

/** Keeps the window over what the stage shows, in every frame of a gesture. */
function useWindowOver(
  win: RefObject<HTMLElement | null>,
  stage: Stage,
  bounds: Span,
  width: number | null,
): void {
  useLayoutEffect(
    () =>
      stage.follow((view) => {
        const style = win.current?.style
        if (!style || width === null) return
        const left = Math.max(0, Math.min(width - 2, pixelOf(view.from, bounds, width)))
        const right = Math.min(width, Math.max(left + 2, pixelOf(view.to, bounds, width)))
        style.transform = `translateX(${left}px)`
        style.width = `${right - left}px`
      }),
    [win, stage, bounds, width],
  )
}

/** Paints requests as bars and blocks over them. */
function usePaint({ requests, blocks }: History): (brush: Brush) => void {
  const highest = Math.max(...requests.map(requestsIn), 1)
  return useCallback(
    (brush: Brush) => {
      const { context, palette, x, height } = brush
      paintBars(brush, requests, highest)
      context.fillStyle = palette.danger
      for (const { whole: block } of blocks)
        context.fillRect(x(block.from), 0, Math.max(2, x(block.to) - x(block.from)), BLOCK_HEIGHT)
      context.fillStyle = palette.hairline
      context.fillRect(0, height - 1, brush.width, 1)
    },
    [requests, blocks, highest],
  )
}
