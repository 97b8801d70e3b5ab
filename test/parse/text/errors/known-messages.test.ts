import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact } from '../../../../shared/evidence/errors/error-classes.ts'
import {
  beginningsIn,
  findKnownMessage,
  holdsBeginning,
} from '../../../../shared/parse/text/errors/known-messages.ts'

const MESSAGES = [
  "We're receiving too many requests at the moment.",
  'The engine is currently overloaded, please try again later',
  "You've reached your usage limit for this period.",
  'Your current plan supports only',
  'Invalid Authentication',
  '因违反用户协议',
]

/** As people and terminals pass it on: other quotes, other case, spaces and line breaks anywhere. */
const passedOn = fc
  .tuple(fc.constantFrom(...MESSAGES), fc.infiniteStream(fc.constantFrom('', '', '', ' ', '\n', '\t')))
  .map(([message, gaps]) =>
    message
      .split('')
      .map((char) => char + (gaps.next().value ?? ''))
      .join(''),
  )
const spelled = fc
  .tuple(passedOn, fc.constantFrom("'", '’', '‘', '`', '´'), fc.boolean())
  .map(([text, quote, loud]) => (loud ? text.toUpperCase() : text).replaceAll("'", quote))
const words = fc.string({ unit: 'grapheme', maxLength: 20 })

describe('the cheap look', () => {
  it('misses no message, however it was passed on', () => {
    fc.assert(
      fc.property(words, spelled, words, (before, message, after) => {
        const text = before + message + after
        expect(findKnownMessage(compact(text))).not.toBeNull()
        expect(holdsBeginning(text)).toBe(true)
      }),
    )
  })

  it('nor one that goes on in the next line after any of its letters', () => {
    fc.assert(
      fc.property(words, spelled, fc.nat(), (before, message, cut) => {
        const place = 1 + (cut % message.length)
        const begins = beginningsIn(before + message.slice(0, place), 0, () => message.slice(place))
        expect([...begins]).not.toEqual([])
      }),
    )
  })

  it('lets most words pass', () => {
    const line = 'I had the console open, so here is what it showed (newest first).'
    expect([...beginningsIn(line, 0, () => line)]).toEqual([])
    expect(holdsBeginning('You reach me here')).toBe(false)
  })
})
