import type { Lanes } from '../../analyse/views/lanes.ts'
import type { Language } from '../../time/format.ts'
import { UNKNOWN_ZONE, type Zone } from '../../time/zone.ts'
import { wordingFor } from '../../wording/wording.ts'
import { htmlText } from '../html/html-text.ts'
import { axisLane, gridLines } from './axis.ts'
import { blockLane, blockShade } from './block-lane.ts'
import { coverageLane } from './coverage-lane.ts'
import { legend } from './legend.ts'
import { meterLane } from './meter-lane.ts'
import { LEFT, PLOT_TO, pictureFrame, WIDTH, type DrawnLane, type PictureFrame } from './picture-frame.ts'
import { patternDefs, PICTURE_LOOKS, type PictureTheme } from './picture-look.ts'
import { requestLane } from './request-lane.ts'
import { resetLane } from './reset-lane.ts'
import { svgTag, svgText } from './svg-tag.ts'

export interface PictureOptions {
  readonly zone: Zone
  readonly language: Language
  readonly theme: PictureTheme
  /** In one sentence what the picture shows. */
  readonly title: string
}

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
const HEAD = 62
const FOOT = 44

/**
 * The lanes as one SVG that needs nothing else: no style, script, font or link. It holds neither ids nor names, so there
 * is nothing to mask. Same input, same bytes.
 */
export function timelineSvg(lanes: Lanes, { zone, language, theme, title }: PictureOptions): string {
  const wording = wordingFor(language)
  const look = PICTURE_LOOKS[theme]
  const frame = pictureFrame(lanes, zone, wording, look)
  const zoneName = zone === UNKNOWN_ZONE ? (lanes.wall ? wording.label('zoneUnknown') : 'UTC') : zone
  const drawn = [
    axisLane(frame, zoneName),
    blockLane(frame),
    requestLane(frame),
    meterLane(frame),
    resetLane(frame),
    coverageLane(frame),
  ].filter((lane) => lane !== null)
  const tall = drawn.reduce((sum, { height }) => sum + height, 0)
  const height = HEAD + tall + FOOT
  const zoneIs = wording.label('zoneIs', { zone: zoneName })
  const subtitle = `${zoneIs} · ${wording.span(lanes.span, lanes.wall ? UNKNOWN_ZONE : zone)}`
  return svgTag(
    'svg',
    {
      'xmlns': 'http://www.w3.org/2000/svg',
      'viewBox': `0 0 ${WIDTH} ${height}`,
      'width': WIDTH,
      height,
      'role': 'img',
      'font-family': FONT,
      'font-size': 12,
    },
    svgTag('title', {}, htmlText(title)),
    patternDefs(look),
    svgTag('rect', { width: WIDTH, height, fill: look.ground }),
    svgText({ x: LEFT, y: 30 }, title, { 'fill': look.ink, 'font-size': 16, 'font-weight': 600 }),
    svgText({ x: LEFT, y: 50 }, lanes.wall ? zoneIs : subtitle, {
      fill: look.faint,
    }),
    svgTag(
      'g',
      { transform: `translate(0 ${HEAD})` },
      gridLines(frame, tall),
      blockShade(frame, tall),
      ...stack(frame, drawn),
    ),
    legend(frame, height - 16),
  )
}

/** One lane under the other, with its name before it and a line above it. */
function stack({ look }: PictureFrame, lanes: readonly DrawnLane[]): readonly string[] {
  let y = 0
  return lanes.map(({ height, name, note, drawing }) => {
    const group = svgTag(
      'g',
      { transform: `translate(0 ${y})` },
      svgTag('line', { x1: LEFT, x2: PLOT_TO, y1: 0, y2: 0, stroke: look.line }),
      svgText({ x: LEFT, y: 20 }, name, { 'fill': look.ink, 'font-weight': 600 }),
      ...(note ? [svgText({ x: LEFT, y: 36 }, note, { fill: look.faint })] : []),
      drawing,
    )
    y += height
    return group
  })
}
