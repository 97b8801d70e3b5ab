import { PICTURE_LOOKS } from '../../../../shared/export/svg/picture-look.ts'
import { htmlText } from '../../../../shared/export/html/html-text.ts'
import type { StretchTally } from '../../../../shared/analyse/blocks/stretch.ts'
import { cumulativeRows, hoursOf } from './cumulative.ts'
import { panelBars, PANEL, topOf } from './panel.ts'
import { DASHES } from './series.tsx'

/** The words of a picture: a file must say by itself what it shows, in which zone, and how much of it was seen. */
export interface PictureTexts {
  readonly title: string
  readonly zone: string
  readonly made: string
  readonly panelsTitle: string
  readonly unseen: string
  readonly blocked: string
  /** The same number of texts as there are days. */
  readonly names: readonly string[]
  readonly figures: readonly string[]
  readonly hourName: (hour: number) => string
}

/** As in the light theme (tokens.css, which a test compares): a file has no theme of its own, and paper is white. */
export const SERIES_COLOURS = [
  '#111113',
  '#2f46d6',
  '#b3261e',
  '#0b7a53',
  '#8a5a00',
  '#8a2be2',
  '#006d86',
  '#a8327e',
] as const
const { ground: GROUND, ink: INK, faint: FAINT, line: LINE, blocked: DANGER } = PICTURE_LOOKS.light

const WIDTH = 960
const EDGE = 32
const PLOT = { left: 72, right: WIDTH - EDGE, height: 240 } as const
const MAX_COLUMNS = 4
const GUTTER = 20

/** A comparison as one SVG: the lines over each other, what they are, and a panel for each. Same input, same bytes. */
export function compareSvg(days: readonly StretchTally[], texts: PictureTexts): string {
  const legendAt = 92
  const plotAt = legendAt + days.length * 22 + 16
  const panelsAt = plotAt + PLOT.height + 64
  const grid = panelGrid(days.length)
  const height = panelsAt + 24 + Math.ceil(days.length / grid.columns) * grid.tall + 40
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title>${htmlText(texts.title)}</title>`,
    `<defs><pattern id="unseen" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r="0.9" fill="${FAINT}" opacity="0.5"/></pattern></defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="${GROUND}"/>`,
    text(EDGE, 44, texts.title, 'font-size="20" font-weight="600"'),
    text(EDGE, 68, texts.zone, `fill="${FAINT}"`),
    ...days.map((_, index) => legendEntry(index, legendAt + index * 22, texts)),
    plot(days, plotAt, texts),
    text(EDGE, panelsAt, texts.panelsTitle, 'font-weight="600"'),
    ...days.map((day, index) => panel(days, day, index, { ...grid, top: panelsAt + 20 }, texts)),
    `<rect x="${EDGE}" y="${height - 34}" width="18" height="5" fill="${DANGER}"/>`,
    text(EDGE + 26, height - 27, texts.blocked, `font-size="11" fill="${FAINT}"`),
    `<rect x="${EDGE + 150}" y="${height - 38}" width="18" height="12" fill="url(#unseen)"/>`,
    text(EDGE + 176, height - 27, texts.unseen, `font-size="11" fill="${FAINT}"`),
    text(WIDTH - EDGE, height - 27, texts.made, `font-size="11" fill="${FAINT}" text-anchor="end"`),
    '</svg>',
    '',
  ].join('\n')
}

function legendEntry(index: number, y: number, { names, figures }: PictureTexts): string {
  const line = `<path d="M${EDGE} ${y + 7}h32" ${stroke(index)}/>`
  return `${line}${text(EDGE + 44, y + 12, names[index] ?? '', 'font-weight="600"')}${text(EDGE + 330, y + 12, figures[index] ?? '', `fill="${FAINT}"`)}`
}

function plot(days: readonly StretchTally[], y: number, { hourName }: PictureTexts): string {
  const rows = cumulativeRows(days)
  const hours = Math.max(1, hoursOf(days))
  const most = Math.max(1, ...rows.flatMap(({ totals }) => totals.map((total) => total ?? 0)))
  const step = [1, 2, 3, 6, 12].find((each) => hours / each <= 12) ?? 12
  const x = (hour: number) => PLOT.left + (hour / hours) * (PLOT.right - PLOT.left)
  const at = (total: number) => y + PLOT.height - (total / most) * PLOT.height
  const grid = [0, 0.5, 1].map((share) => {
    const total = Math.round(most * share)
    return `<path d="M${PLOT.left} ${tidy(at(total))}H${PLOT.right}" stroke="${LINE}"/>${text(PLOT.left - 8, tidy(at(total)) + 4, String(total), `font-size="11" fill="${FAINT}" text-anchor="end"`)}`
  })
  const ticks = Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step).map((hour) =>
    text(
      tidy(x(hour)),
      y + PLOT.height + 20,
      hourName(hour),
      `font-size="11" fill="${FAINT}" text-anchor="middle"`,
    ),
  )
  const lines = days.map((_, index) => {
    const points = rows.map(({ hour, totals }) => ({ hour, total: totals[index] ?? null }))
    return `<path d="${brokenLine(points, x, at)}" fill="none" ${stroke(index)}/>`
  })
  return [...grid, ...ticks, ...lines].join('\n')
}

/** A line that is lifted where nothing is known. */
function brokenLine(
  points: readonly { readonly hour: number; readonly total: number | null }[],
  x: (hour: number) => number,
  y: (total: number) => number,
): string {
  let down = false
  return points
    .flatMap(({ hour, total }) => {
      if (total === null) {
        down = false
        return []
      }
      const command = down ? 'L' : 'M'
      down = true
      return [`${command}${tidy(x(hour))} ${tidy(y(total))}`]
    })
    .join('')
}

interface PanelGrid {
  readonly columns: number
  readonly breadth: number
  readonly scale: number
  /** How high a row of panels is, with their names. */
  readonly tall: number
}

/** Two panels share the breadth as on the page, and four or more stand in rows of four. */
function panelGrid(panels: number): PanelGrid {
  const columns = Math.max(2, Math.min(MAX_COLUMNS, panels))
  const breadth = (WIDTH - 2 * EDGE - (columns - 1) * GUTTER) / columns
  const scale = breadth / PANEL.width
  return { columns, breadth, scale, tall: Math.max(130, Math.ceil(PANEL.height * scale) + 36) }
}

function panel(
  days: readonly StretchTally[],
  day: StretchTally,
  index: number,
  { columns, breadth, scale, tall, top }: PanelGrid & { readonly top: number },
  { names }: PictureTexts,
): string {
  const left = EDGE + (index % columns) * (breadth + GUTTER)
  const y = top + Math.floor(index / columns) * tall
  const bars = panelBars(day, hoursOf(days), topOf(days)).map((bar) =>
    [
      bar.unseen
        ? `<rect x="${tidy(bar.x)}" y="0" width="${tidy(bar.width)}" height="${PANEL.base}" fill="url(#unseen)"/>`
        : '',
      bar.height > 0
        ? `<rect x="${tidy(bar.x + 0.5)}" y="${tidy(bar.y)}" width="${tidy(Math.max(0.5, bar.width - 1))}" height="${tidy(bar.height)}" fill="${SERIES_COLOURS[index] ?? INK}"/>`
        : '',
      bar.blocked > 0
        ? `<rect x="${tidy(bar.x)}" y="0" width="${tidy(bar.width * bar.blocked)}" height="5" fill="${DANGER}"/>`
        : '',
    ].join(''),
  )
  return [
    text(left, y, names[index] ?? '', 'font-size="12" font-weight="600"'),
    `<g transform="translate(${tidy(left)} ${y + 10}) scale(${tidy(scale)})">${bars.join('')}<path d="M0 ${PANEL.base}H${PANEL.width}" stroke="${FAINT}"/></g>`,
  ].join('\n')
}

const stroke = (index: number): string => {
  const dash = DASHES[index]
  return `stroke="${SERIES_COLOURS[index] ?? INK}" stroke-width="2.25"${dash ? ` stroke-dasharray="${dash}"` : ''}`
}

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${htmlText(words)}</text>`

const tidy = (value: number): number => Math.round(value * 100) / 100
