import { spanLength } from '../../shared/time/span.ts'
import type { OverlayModel } from '../messages/overlay-model.ts'
import { element } from './element.ts'

/**
 * The last 24 hours as one lane, newest at the right end. Not observed is hatched, idle is empty, active is a tick, and
 * blocked is a solid band of full height: told apart by pattern and height, not by colour alone.
 */
export function renderLane(page: Document, lane: OverlayModel['lane'], label: string): HTMLElement {
  const length = spanLength(lane.span)
  const place = (at: number) => ((at - lane.span.from) / length) * 100
  const items = lane.items.map(({ span, state }) => {
    const item = element(page, 'span', { class: `item ${state}` })
    item.style.left = `${place(span.from)}%`
    item.style.width = `${Math.max(0.2, place(span.to) - place(span.from))}%`
    return item
  })
  const resets = lane.resets.map((at) => {
    const mark = element(page, 'span', { class: 'reset-mark' })
    mark.style.left = `${place(at)}%`
    return mark
  })
  return element(page, 'div', { 'class': 'lane', 'role': 'img', 'aria-label': label }, ...items, ...resets)
}
