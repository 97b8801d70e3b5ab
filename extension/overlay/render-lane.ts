import { spanLength } from '../../shared/time/span.ts'
import type { OverlayLane, OverlayModel } from '../messages/overlay-model.ts'
import { element } from './element.ts'

/**
 * The last 24 hours and on to the next reset, told apart by pattern and height and not by colour alone:
 *
 *     not observed   ▨▨▨▨  hatched, full height
 *     idle           ____  a line at the foot
 *     active         ▁▁▁▁  a low bar
 *     blocked        ████  solid, full height
 *     reset           ┊    dashed; now is a solid line with its name
 */
export function renderLane(page: Document, lane: OverlayLane, words: OverlayModel['words']): HTMLElement {
  const length = spanLength(lane.span)
  const place = (at: number) => ((at - lane.span.from) / length) * 100
  const at = <E extends HTMLElement>(made: E, moment: number): E => {
    made.style.left = `${place(moment).toFixed(3)}%`
    return made
  }
  const items = lane.items.map(({ span, state }) => {
    const item = at(element(page, 'span', { class: `item ${state}` }), span.from)
    item.style.width = `${(place(span.to) - place(span.from)).toFixed(3)}%`
    return item
  })
  const resets = lane.resets.map((reset) =>
    at(element(page, 'span', { class: 'reset-mark', title: reset.text }), reset.at),
  )
  const now = at(element(page, 'span', { class: 'now-mark' }), lane.now)
  const ahead = at(element(page, 'span', { class: 'ahead' }), lane.now)
  const track = element(
    page,
    'div',
    { 'class': 'lane', 'role': 'img', 'aria-label': lane.label },
    ahead,
    ...items,
    ...resets,
    now,
  )
  const hasRoom = (tick: number) =>
    Math.abs(place(tick) - place(lane.now)) > 10 && place(tick) > 3 && place(tick) < 97
  const axis = element(
    page,
    'div',
    { 'class': 'axis', 'aria-hidden': 'true' },
    ...lane.ticks
      .filter((tick) => hasRoom(tick.at))
      .map((tick) => at(element(page, 'span', { class: 'tick' }, tick.text), tick.at)),
    at(element(page, 'span', { class: 'tick now' }, words.now), lane.now),
  )
  return element(page, 'div', { class: 'day' }, track, axis, renderLegend(page, words))
}

function renderLegend(page: Document, { legend }: OverlayModel['words']): HTMLElement {
  const entries = (['blocked', 'active', 'idle', 'unobserved', 'reset'] as const).map((name) =>
    element(
      page,
      'span',
      { class: 'entry' },
      element(page, 'span', { class: `swatch ${name}` }),
      legend[name],
    ),
  )
  return element(page, 'div', { 'class': 'legend', 'aria-hidden': 'true' }, ...entries)
}
