import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOfText, TextDigest } from '../../shared/parse/text-digest.ts'

const long = (seed: string) => seed.repeat(Math.ceil(80_000 / seed.length))

describe('a digest', () => {
  it('of a short text is the text', () => {
    expect(digestOfText('hello')).toBe('hello')
  })

  it('of a long text is short, and another one where one character differs, wherever it stands', () => {
    const text = long('Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success\n')
    const digests = [0, 1, 17, 40_000, text.length - 1].flatMap((place) =>
      ['x', 'y', '\u0100', '登'].map((char) => text.slice(0, place) + char + text.slice(place + 1)),
    )
    expect(new Set([text, ...digests].map(digestOfText)).size).toBe(21)
    expect(digestOfText(text).length).toBeLessThan(40)
  })

  it('of lines in another order is another one', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `row ${index} of a page that somebody copied`)
    expect(digestOfText(lines.join('\n'))).not.toBe(digestOfText(lines.toReversed().join('\n')))
  })

  // Captures that are kept already have ids that were made of it.
  it.each([
    ['Login Device KimiCLI/1.16.0\n', '80024.1869766057.2029660335'],
    ['登录设备 é 2026\n', '80004.991185898.686905695'],
    ['\ud800x', '80000.531387137.1656210868'],
  ])('of %j is what it has always been', (seed, digest) => {
    expect(digestOfText(long(seed))).toBe(digest)
  })

  it('does not depend on where the text was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.array(fc.nat(90_000), { maxLength: 5 }),
        (seed, cuts) => {
          const text = long(seed)
          const digest = new TextDigest()
          const places = [0, ...cuts.map((cut) => cut % text.length).toSorted((a, b) => a - b), text.length]
          for (const [index, place] of places.entries())
            digest.push(text.slice(places[index - 1] ?? 0, place))
          expect(digest.end()).toBe(digestOfText(text))
        },
      ),
      { numRuns: 30 },
    )
  })
})
