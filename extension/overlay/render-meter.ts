import type { OverlayMeter } from '../messages/overlay-model.ts'
import { element } from './element.ts'

/** A meter: its name, the share in words and as a bar, and its next reset as a length of time and as a clock time. */
export function renderMeter(page: Document, meter: OverlayMeter): HTMLElement {
  const { name, used, share, reset, resetAt, due } = meter
  const bar = element(
    page,
    'span',
    { 'class': 'bar', 'aria-hidden': 'true' },
    element(page, 'span', { class: 'fill' }),
  )
  if (share !== null) bar.style.setProperty('--share', String(share / 100))
  const line = (...children: readonly (HTMLElement | null)[]) =>
    element(page, 'span', { class: 'line' }, ...children)
  return element(
    page,
    'li',
    { class: `meter${share === null ? ' unknown' : ''}${due ? ' due' : ''}` },
    line(element(page, 'span', { class: 'name' }, name), element(page, 'span', { class: 'used' }, used)),
    bar,
    reset === null
      ? null
      : line(
          element(page, 'span', { class: 'reset' }, reset),
          resetAt === null ? null : element(page, 'span', { class: 'reset-at' }, resetAt),
        ),
  )
}
