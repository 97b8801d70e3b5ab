// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { renderStrip } from '../../../extension/overlay/render-strip.ts'
import { stateOf, type StripView } from '../../../extension/overlay/strip-view.ts'
import { overlayOf } from './overlay-of.ts'
import { NO_EVIDENCE } from '../../../shared/evidence/evidence.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { at } from '../../time/given.ts'

const NOW = at('2026-06-02T12:00:00Z')
const trouble = { failed: 'no column says “Time”', diagnostic: 'heads: A, B' }
const view: StripView = {
  model: overlayOf(NO_EVIDENCE, NOW, UTC, 'en'),
  gone: false,
  silent: false,
  layout: null,
  collapsed: false,
  twinOpen: false,
  language: 'en',
  now: NOW,
  place: 'docked',
}
const off = { ...view, model: overlayOf(NO_EVIDENCE, NOW, UTC, 'en', 'off') }

describe('the state to show', () => {
  it.each([
    ['collecting', view],
    ['collecting', { ...view, model: null }],
    ['layout', { ...view, layout: trouble }],
    ['silent', { ...view, model: null, silent: true }],
    ['silent', { ...view, layout: trouble, silent: true }],
    ['off', { ...off, layout: trouble, silent: true }],
    ['gone', { ...off, layout: trouble, silent: true, gone: true }],
  ] as const)('%s', (kind, shown) => {
    expect(stateOf(shown).kind).toBe(kind)
  })
})

describe('renderStrip', () => {
  it('says which expectation of the page failed, and offers what may be copied', () => {
    const strip = renderStrip(document, { ...view, layout: trouble })
    expect(strip.querySelector('.state')?.textContent).toContain('no column says “Time”')
    expect(strip.querySelector('[data-action="copy"]')?.textContent).toBe('Copy diagnostic')
  })

  it('keeps what it shows in text, whatever the text is', () => {
    const failed = '<img src=x onerror=alert(1)>'
    const strip = renderStrip(document, { ...view, layout: { failed, diagnostic: '' } })
    expect(strip.querySelector('img')).toBeNull()
    expect(strip.textContent).toContain(failed)
  })

  it('has a list for the eye and the ear that says the same as the lane', () => {
    const strip = renderStrip(document, { ...view, twinOpen: true })
    expect([...strip.querySelectorAll('.twin-panel li')].map((line) => line.textContent)).toEqual(
      view.model?.lane.twin,
    )
  })

  it('has no buttons of its own in the popup', () => {
    expect(renderStrip(document, { ...view, place: 'popup' }).querySelector('.buttons button')).toBeNull()
  })
})
