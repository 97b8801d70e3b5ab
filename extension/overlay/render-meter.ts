import type { OverlayMeter } from '../messages/overlay-model.ts'
import { element } from './element.ts'

/** A meter: its name, the share in words and as a bar, and when it resets. */
export function renderMeter(page: Document, { name, used, share, reset }: OverlayMeter): HTMLElement {
  const bar = element(
    page,
    'span',
    { 'class': 'bar', 'aria-hidden': 'true' },
    element(page, 'span', { class: 'fill' }),
  )
  if (share !== null) bar.style.setProperty('--share', String(share / 100))
  return element(
    page,
    'li',
    { class: share === null ? 'meter unknown' : 'meter' },
    element(page, 'span', { class: 'name' }, name),
    element(page, 'span', { class: 'used' }, used),
    bar,
    reset === null ? null : element(page, 'span', { class: 'reset' }, reset),
  )
}
