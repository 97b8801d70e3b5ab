import { describe, expect, it } from 'vitest'
import type { ResetReading } from '../../../shared/evidence/kinds/quota-snapshot.ts'
import { readReset } from '../../../shared/parse/usages/reset.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { at } from '../../time/given.ts'

function say(reset: ResetReading | null) {
  if (reset === null || reset.kind === 'local') return reset
  return reset.kind === 'at' ? writeInstant(reset.at) : `in ${reset.min} to ${reset.max}`
}

const TIMES: [unknown, string][] = [
  ['2026-03-07T15:20:45Z', '2026-03-07T15:20:45Z'],
  ['2026-03-07T15:20:45.2Z', '2026-03-07T15:20:45.200Z'],
  ['2026-03-07T15:20:45.248979Z', '2026-03-07T15:20:45.248Z'],
  ['2026-03-07T15:20:45.999999999Z', '2026-03-07T15:20:45.999Z'],
  ['2026-03-07T23:20:45+08:00', '2026-03-07T15:20:45Z'],
  [1_772_896_845, '2026-03-07T15:20:45Z'],
  ['1772896845', '2026-03-07T15:20:45Z'],
  [1_772_896_845_248, '2026-03-07T15:20:45.248Z'],
]

describe('an absolute reset', () => {
  it.each(TIMES)('%s', (resetTime, expected) => {
    expect(say(readReset({ resetTime }, null).reset)).toBe(expected)
  })

  it.each(['resetTime', 'resetAt', 'periodEnd', 'expireTime'])('under the name %s', (name) => {
    expect(say(readReset({ [name]: '2026-03-07T15:20:45Z' }, null).reset)).toBe('2026-03-07T15:20:45Z')
  })

  it.each<[unknown, string]>([
    ['2026-03-07 15:20:45', 'resetTime: "2026-03-07 15:20:45" is no time with a zone'],
    ['2026-02-30T00:00:00Z', 'resetTime: "2026-02-30T00:00:00Z" is no time with a zone'],
    ['0001-01-01T00:00:00Z', 'resetTime: "0001-01-01T00:00:00Z" is no time with a zone'],
    ['soon', 'resetTime: "soon" is no time with a zone'],
    [0, 'resetTime: 0 is no time with a zone'],
    [-5, 'resetTime: -5 is no time with a zone'],
    [{}, 'resetTime: an object is no time with a zone'],
    [undefined, 'resetTime: absent'],
    [null, 'resetTime: absent'],
    ['', 'resetTime: absent'],
  ])('%j is none', (resetTime, reason) => {
    expect(readReset({ resetTime }, at('2026-03-07T12:00:00Z'))).toEqual({ reset: null, missing: [reason] })
  })

  it('a name that can be read makes up for one that cannot', () => {
    const read = readReset({ resetTime: 'soon', resetAt: '2026-03-07T15:20:45Z' }, null)
    expect(say(read.reset)).toBe('2026-03-07T15:20:45Z')
    expect(read.missing).toEqual(['resetTime: "soon" is no time with a zone'])
  })
})

describe('a reset in a while', () => {
  it.each(['resetIn', 'ttl', 'window'])('under the name %s', (name) => {
    expect(say(readReset({ [name]: 90 }, null).reset)).toBe('in 90000 to 91000')
    expect(say(readReset({ [name]: '90' }, at('2026-03-07T12:00:00Z')).reset)).toBe('2026-03-07T12:01:30Z')
  })

  it.each<[unknown]>([[-1], ['soon'], [1e12], [true]])('%s is none', (resetIn) => {
    expect(readReset({ resetIn }, null)).toMatchObject({
      reset: null,
      missing: [expect.stringMatching(/^resetIn: /)],
    })
  })

  it('an absolute time comes first', () => {
    expect(say(readReset({ resetIn: 90, resetTime: '2026-03-07T15:20:45Z' }, null).reset)).toBe(
      '2026-03-07T15:20:45Z',
    )
  })

  it('a window that is an object is no while', () => {
    expect(readReset({ window: { duration: 300 } }, null)).toEqual({
      reset: null,
      missing: ['resetTime: absent'],
    })
  })
})
