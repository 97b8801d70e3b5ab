// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { findStripPlace } from '../../../extension/overlay/place/find-strip-place.ts'

const cards = (...titles: readonly string[]) =>
  `<section id="other"><p>Weekly</p></section><div id="cards">${titles.map((title) => `<div><p>${title}</p></div>`).join('')}</div>`

it.each([
  ['English', ['Weekly usage', 'Rate limit details'], 'cards'],
  ['Chinese, with marks behind', ['本周用量 ⓘ', '频限明细：'], 'cards'],
  ['one card only', ['Weekly usage', 'My benefits'], null],
  ['a sentence that begins like a title', ['Weekly usage is what counts here', 'Rate limit details'], null],
])('%s', (_, titles, place) => {
  document.body.innerHTML = cards(...titles)
  expect(findStripPlace(document)?.id ?? null).toBe(place)
})
