import { useRef } from 'react'
import type { Lanes } from '../../../shared/analyse/views/lanes.ts'
import type { Span } from '../../../shared/time/span.ts'
import { clockText, type Frame } from '../../data/frame.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { useWidth } from '../../parts/use-width.ts'
import { placeLabels } from './labels/place-labels.ts'
import { requestsIn } from './requests/request-events.ts'
import { resetLook } from './resets/reset-events.ts'
import { ResetMark } from './resets/reset-mark.tsx'
import { shareOf } from './share-of.ts'
import { tickText } from './axis/tick-text.ts'
import { ticksOf } from './view/ticks.ts'
import './blocks/block-lane.css'
import './lane/lanes.css'
import './resets/reset-lane.css'
import './strip.css'

interface StripProps {
  readonly lanes: Lanes
  readonly frame: Frame
  /** The block that the strip is about; its edges are written out. */
  readonly incident: string
}

const TICK_ROOM = 84
/** A label further right than this, in percent, would stick out. */
const LAST_TICK = 94
/** Height of a row of labels, in rem. */
const ROW = 1.375

/** A timeline of one line. A picture of what the text beside it says, so a screen reader is only told that it is there. */
export function Strip({ lanes, frame, incident }: StripProps) {
  const t = useText()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box) ?? 720
  const range = lanes.span
  return (
    <figure className="strip">
      <figcaption className="visually-hidden">{t('strip.label', { count: lanes.resets.length })}</figcaption>
      <div ref={box} aria-hidden="true">
        <StripResets lanes={lanes} frame={frame} width={width} />
        <StripTrack lanes={lanes} incident={incident} />
        <div className="strip-axis">
          {ticksOf(range, frame.zone, Math.max(2, Math.floor(width / TICK_ROOM)))
            .filter(({ at }) => shareOf(at, range) < LAST_TICK)
            .map((tick) => (
              <span key={tick.at} style={{ left: `${shareOf(tick.at, range)}%` }}>
                {tickText(tick, language)}
              </span>
            ))}
        </div>
      </div>
    </figure>
  )
}

interface StripResetsProps {
  readonly lanes: Lanes
  readonly frame: Frame
  readonly width: number
}

/** The resets in words, in as many rows as it takes for none to cover another. */
function StripResets({ lanes, frame, width }: StripResetsProps) {
  const t = useText()
  const wording = useWording()
  const labels = placeLabels(
    lanes.resets.map((reset) => ({
      key: `${reset.window} ${reset.at}`,
      look: resetLook(reset),
      share: shareOf(reset.at, lanes.span),
      text: t('strip.reset', {
        window: wording.window(reset.window),
        at: clockText(reset.at, frame),
        look: t(`timeline.look.${resetLook(reset)}`),
      }),
    })),
    width,
  )
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1))
  return (
    <div className="strip-marks" style={{ height: `${rows * ROW}rem` }}>
      {labels.map(({ key, look, text, share, row, late }) => (
        <span
          key={key}
          className={late ? 'strip-reset strip-reset-late' : 'strip-reset'}
          style={{ left: `${share}%`, bottom: `${row * ROW}rem` }}
        >
          <ResetMark look={look} />
          <span>{text}</span>
        </span>
      ))}
    </div>
  )
}

/** What nobody looked at, the blocks, the requests and the resets, one over the other. */
function StripTrack({ lanes, incident }: Pick<StripProps, 'lanes' | 'incident'>) {
  const range = lanes.span
  const left = (at: number) => `${shareOf(at, range)}%`
  const stretch = ({ from, to }: Span) => ({
    left: left(from),
    width: `${shareOf(to, range) - shareOf(from, range)}%`,
  })
  const highest = Math.max(...lanes.requests.map(requestsIn), 1)
  return (
    <div className="strip-track">
      {lanes.unobserved.map((span) => (
        <i key={span.from} className="shade-unobserved" style={stretch(span)} />
      ))}
      {lanes.blocks.map((band) => (
        <i
          key={band.incident}
          className={`strip-band band-${band.within ? 'within' : band.grade} ${band.incident === incident ? '' : 'strip-other'}`}
          style={stretch(band.span)}
        />
      ))}
      {lanes.requests.map((bucket) => (
        <i
          key={bucket.span.from}
          className={bucket.failure > 0 ? 'strip-row strip-failure' : 'strip-row'}
          style={{
            left: left(bucket.span.from),
            height: `${30 + (requestsIn(bucket) / highest) * 50}%`,
          }}
        />
      ))}
      {lanes.resets.map((reset) => (
        <i
          key={`${reset.window} ${reset.at}`}
          className={`strip-line strip-line-${resetLook(reset)}`}
          style={{ left: left(reset.at) }}
        />
      ))}
    </div>
  )
}
