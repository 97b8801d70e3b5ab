import { expect, it } from 'vitest'
import { paste } from '../../paste.ts'

const MOMENT = "We're receiving too many requests at the moment. Please wait a moment and try again."
const placesOf = (text: string) =>
  paste(text).evidence.errors.map(({ origins }) => origins.map(({ at }) => at))

it('what a coarser telling had taken in goes on with it into the finer one', () => {
  const tellings = ['12:00-12:30', '12:05-12:20', '12:07'].map((time) => `2026-03-02 ${time} ${MOMENT}`)
  expect(placesOf(tellings.join('\n'))).toEqual([['line 1', 'line 2', 'line 3']])
})

it('an undated telling that points at one dated refusal adds its place to it', () => {
  const text = [`2026-03-02 12:07 ${MOMENT}`, '', MOMENT, '', `Error code: 429 - ${MOMENT}`].join('\n')
  expect(placesOf(text)).toEqual([['line 1', 'line 3', 'line 5']])
})

it('tellings without a time are one, with the places of all', () => {
  const text = Array.from({ length: 30 }, (_, n) => `Error code: 429 - ${MOMENT.slice(0, -1)} (${n}).`)
  const [places = [], ...others] = placesOf(text.join('\n\n'))
  expect(others).toEqual([])
  expect(places).toHaveLength(30)
})
