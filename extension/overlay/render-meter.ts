import { DAY_OF_HOURS, HOUR, MINUTE } from '../../shared/time/duration.ts'
import { formatDuration, type Language } from '../../shared/time/format.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { OverlayMeter, OverlayReset } from '../messages/overlay-model.ts'
import { element } from './element.ts'

/** A meter: its name, the share in words and as a bar, and its next reset as a length of time and as a clock time. */
export function renderMeter(
  page: Document,
  meter: OverlayMeter,
  now: Instant,
  language: Language,
): HTMLElement {
  const { name, used, share, level, reset, outlook } = meter
  const bar = element(
    page,
    'span',
    { 'class': 'bar', 'aria-hidden': 'true' },
    element(page, 'span', { class: 'fill' }),
  )
  if (share !== null) bar.style.setProperty('--share', String(share / 100))
  const line = (...children: readonly HTMLElement[]) => element(page, 'span', { class: 'line' }, ...children)
  const due = reset !== null && reset.at <= now && !reset.verified
  return element(
    page,
    'li',
    { 'class': `meter${share === null ? ' unknown' : ''}${due ? ' due' : ''}`, 'data-level': level },
    line(element(page, 'span', { class: 'name' }, name), element(page, 'span', { class: 'used' }, used)),
    bar,
    reset === null
      ? null
      : line(
          element(page, 'span', { class: 'reset' }, resetText(reset, now, language)),
          element(page, 'span', { class: 'reset-at', title: reset.exact }, reset.clock),
        ),
    outlook === null ? null : element(page, 'span', { class: 'outlook' }, outlook),
  )
}

/** Counts down to the reset and never past it. Rounded up: what is left is never told too long ago. */
export function resetText({ at, ahead, passed }: OverlayReset, now: Instant, language: Language): string {
  if (at <= now) return passed
  const unit = at - now < DAY_OF_HOURS ? MINUTE : HOUR // minutes of a week's countdown are noise
  return ahead.replace('{duration}', formatDuration(Math.ceil((at - now) / unit) * unit, language))
}
