import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Width and height as the header of a PNG has them. */
function sizeOf(path: string): readonly [width: number, height: number] {
  const bytes = readFileSync(new URL(`../../${path}`, import.meta.url))
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

const pictures = readdirSync(new URL('../../docs/store/pictures', import.meta.url))

describe('pictures for the stores', () => {
  it.each(pictures)('%s is 1280 x 800', (name) => {
    expect(sizeOf(`docs/store/pictures/${name}`)).toEqual([1280, 800])
  })

  it('are there in both languages, and no more than Chrome takes', () => {
    const named = (language: string) => pictures.filter((name) => name.endsWith(`-${language}.png`))
    expect(named('en').length).toBeGreaterThan(0)
    expect(named('en').length).toBeLessThanOrEqual(5)
    expect(named('zh').map((name) => name.replace('-zh', '-en'))).toEqual(named('en'))
  })

  it.each([16, 32, 48, 128])('the icon of %i is of that size', (size) => {
    expect(sizeOf(`extension/icons/mark-${size}.png`)).toEqual([size, size])
  })
})
