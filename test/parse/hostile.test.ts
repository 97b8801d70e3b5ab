import { describe, expect, it } from 'vitest'
import { fixture, paste } from './paste.ts'

const LENGTH = 40_000
const many = (text: string) => text.repeat(Math.ceil(LENGTH / text.length))

/** Texts on which a careless pattern or a search that starts over again and again would not come back. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['spaces', `${many(' ')}x`],
  ['tabs', `${many('\t')}x`],
  ['bars', many('|')],
  ['braces', many('{')],
  ['brackets', many('[')],
  ['brackets apart', many('[ ')],
  ['lines of braces', many('{\n')],
  ['names and braces', many('{"usage":')],
  ['names and brackets', many('[{"a":')],
  ['open quotes', many('{"a')],
  ['lines of open quotes', many('{"usage": "\n')],
  ['backslashes', `{"usage":"${many('\\')}`],
  ['lines of lists', many('{"limits": [\n')],
  ['lines of parts', many('"resetTime": 1,\n')],
  ['lines of strange bodies', many('{"resetTime": 1}\n')],
  ['lines of strange captures', many('{"at":1,"body":2}\n')],
  ['a long bar', `Weekly limit ${many('━')}`],
  ['panel lines in one', many('Weekly limit ━━━ 84% left (')],
  ['frames', many('│\n')],
  ['frames with words', many('│ Weekly limi\n')],
  ['upper edges', many('╭──╮\n')],
  ['tags', `</td>${many('<td ')}`],
  ['attributes', `</td>${many('<td a="')}`],
  ['comments', `</td>${many('<!--')}`],
  ['scripts', `</p>${many('<script>')}`],
  ['entities', `</td>${many('&#1')}`],
  ['times', many('2026-03-02 17:25:14 ')],
  ['colons', many(':')],
  ['half rows', many('Login Device KimiCLI/1.16.0 2026/03/02 17:2\n')],
  ['clients', many('a/b (')],
  ['ids', many('27d801a6-7d0d-433e-bf1b-4d0b88406e57 ')],
  ['statuses', many('Error code: 429 - ')],
  ['half errors', many("Error code: 429 - {'a': '")],
  ['lines of half errors', many("Error code: 429 - {'a': '\n")],
  ['sentences', many("We're receiving too many requests at the moment. ")],
  ['tracebacks', many('Traceback (most recent call last):\n')],
  ['cards', many('Weekly usage 3% ')],
  ['countdowns', many('1小时')],
  ['commands', `${fixture('seed/error.txt')}${many('$ curl \\\n')}`],
  ['quote marks', many('>')],
  ['escapes', many('\u001B[')],
  ['carriage returns', many('\r')],
]

describe('a text made to be slow is read in time', () => {
  it.each(TEXTS)('%s', (_, text) => {
    expect(paste(text).pieces.length).toBeGreaterThan(0)
  })
})
