import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '../../../../shared/evidence/errors/folded-text.ts'
import { LONGEST_MESSAGE, windowFrom } from '../../../../shared/parse/text/errors/found-error.ts'
import { findKnownMessage } from '../../../../shared/parse/text/errors/known-messages.ts'
import { isMessageAhead } from '../../../../shared/parse/text/errors/message-ahead.ts'
import { plainLines } from '../../../../shared/parse/text/text-lines.ts'

const MESSAGE = "You've reached your 5-hour usage limit."
const piece = fc.oneof(
  fc.constantFrom(
    MESSAGE,
    "We're receiving too many requests at the moment.",
    'You\\u0027ve reached your 5-hour usage limit.',
    'You&amp;#39;ve reached your 5-hour usage limit.',
    'API Error: 429 Too Many Requests',
    '│',
    '> |',
    '\\',
    '&',
    '&amp;',
    'x'.repeat(300),
    ' '.repeat(1_900),
  ),
  fc.nat(MESSAGE.length).map((to) => MESSAGE.slice(0, to)),
  fc.nat(MESSAGE.length).map((from) => MESSAGE.slice(from)),
)
const line = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(' '))

it('a message is told in a window by its lines as it is by the whole of it, from each line on', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (texts) => {
      const lines = plainLines(texts.join('\n'))
      for (const index of lines.texts.keys()) {
        const window = windowFrom(lines, index, 0)
        const whole = findKnownMessage(foldText(window.text.slice(0, LONGEST_MESSAGE)))
        expect(isMessageAhead(lines, index)).toBe(whole !== null)
      }
    }),
  )
})

it.each(Array.from({ length: 60 }, (_, n) => n))(
  'also where lines of %d letters fill it up to there',
  (n) => {
    const status = 'API Error: 429 Too Many Requests'
    const rest = ['or not', 'and then it goes on', '│ a frame', 'x'.repeat(n)]
    for (const message of [MESSAGE, MESSAGE.slice(0, 30), `${MESSAGE.slice(0, 25)}\n${MESSAGE.slice(25)}`]) {
      const texts = [...Array.from({ length: 25 + n }, () => `${status}${'.'.repeat(n)}`), message, ...rest]
      const lines = plainLines([...texts, ...texts].join('\n'))
      for (const index of lines.texts.keys()) {
        const window = windowFrom(lines, index, 0)
        const whole = findKnownMessage(foldText(window.text.slice(0, LONGEST_MESSAGE)))
        expect(isMessageAhead(lines, index)).toBe(whole !== null)
      }
    }
  },
)

it.each(Array.from({ length: 60 }, (_, n) => n))(
  'also where it is cut %d letters behind its beginning',
  (n) => {
    for (const message of [MESSAGE, MESSAGE.replace("'", '\\u0027'), MESSAGE.replace("'", '&amp;apos;')]) {
      const lines = plainLines(
        `API Error: 429 Too Many Requests${' '.repeat(LONGEST_MESSAGE - 32 - n)}${message}`,
      )
      const window = windowFrom(lines, 0, 0)
      const whole = findKnownMessage(foldText(window.text.slice(0, LONGEST_MESSAGE)))
      expect(isMessageAhead(lines, 0)).toBe(whole !== null)
    }
  },
)
