import { describe, expect, it } from 'vitest'
import { instant, readInstant, writeInstant } from '../../shared/time/instant.ts'

describe('readInstant', () => {
  it.each([
    ['2026-03-08T09:20:45.248979Z', '2026-03-08T09:20:45.248Z'],
    ['2026-03-08T09:20:45Z', '2026-03-08T09:20:45Z'],
    ['2026-01-06T13:33:02.717479433Z', '2026-01-06T13:33:02.717Z'],
    ['2026-03-08T09:20:45.9Z', '2026-03-08T09:20:45.900Z'],
    ['2026-03-08T09:20:45.999999999Z', '2026-03-08T09:20:45.999Z'], // cut, not rounded into the next second
    ['2026-03-08T17:20:45+08:00', '2026-03-08T09:20:45Z'],
    ['2026-03-08T17:20:45+0800', '2026-03-08T09:20:45Z'],
    ['2026-03-07T23:35Z', '2026-03-07T23:35:00Z'],
    ['2026-03-08t09:20:45z', '2026-03-08T09:20:45Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
  ])('%s is %s', (text, written) => {
    const at = readInstant(text)
    expect(at === null ? null : writeInstant(at)).toBe(written)
  })

  it.each([
    '2026-03-08T09:20:45', // no zone
    '2026-02-30T00:00:00Z', // no such day
    '2026-03-08T25:00:00Z',
    '2026-03-08',
    'yesterday',
    '',
    '1772961645',
  ])('refuses %j', (text) => {
    expect(readInstant(text)).toBeNull()
  })
})

describe('instant', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])('refuses %d', (ms) => {
    expect(() => instant(ms)).toThrow(RangeError)
  })
})
