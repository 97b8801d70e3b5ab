import { LEFT, type PictureFrame } from './picture-frame.ts'
import { svgTag, svgText } from './svg-tag.ts'
import { textWidth } from './text-width.ts'

/** A word of the legend, and its mark drawn at an x. */
type Sign = readonly [text: string, mark: (x: number) => string]

/** What the patterns mean, in one line under the lanes. */
export function legend({ look, wording, lanes }: PictureFrame, y: number): string {
  const { label, basis, resetState } = wording
  const box = (x: number, fill: string, stroke?: string, dash?: string) =>
    svgTag('rect', {
      x,
      'y': y - 10,
      'width': 16,
      'height': 12,
      'rx': 2,
      fill,
      stroke,
      'stroke-dasharray': dash,
    })
  const due = resetState('due_unverified')
  const resets: readonly Sign[] = [
    [label('resetIs', { state: basis('reported') }), (x) => diamond(x, y, look.ink, look.ink)],
    [label('resetIs', { state: basis('inferred') }), (x) => diamond(x, y, look.ground, look.ink, '2 2')],
    [
      label('resetIs', { state: due }),
      (x) =>
        diamond(x, y, look.ground, look.ink, '2 2') +
        svgText({ x: x + 8, y: y - 0.5 }, '?', {
          'fill': look.ink,
          'font-size': 10,
          'text-anchor': 'middle',
        }),
    ],
  ]
  const items: readonly Sign[] = [
    [label('succeeded'), (x) => box(x, look.bar)],
    [label('failed'), (x) => box(x, 'url(#failed)', look.blocked)],
    [label('blocked'), (x) => box(x, look.blocked)],
    [wording.grade('suspected'), (x) => box(x, 'url(#suspected)', look.blocked, '4 3')],
    [label('notSeen'), (x) => box(x, 'url(#unseen)', look.line)],
    ...(lanes.resets.length === 0 ? [] : resets),
  ]
  let x = LEFT
  return items
    .map(([text, mark]) => {
      const drawn = mark(x) + svgText({ x: x + 22, y }, text, { fill: look.faint })
      x += 42 + textWidth(text)
      return drawn
    })
    .join('')
}

const diamond = (x: number, y: number, fill: string, stroke: string, dash?: string) =>
  svgTag('path', { 'd': `M${x + 8} ${y - 11}l7 7-7 7-7-7Z`, fill, stroke, 'stroke-dasharray': dash })
