import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../shared/time/duration.ts'
import { span } from '../../../shared/time/span.ts'
import type { Cause } from '../../../shared/analyse/report.ts'
import { countHits, sameHitOf, type MaybeHit } from '../../../shared/analyse/views/year/hits.ts'

const PERIOD = span(0, 24 * HOUR)

/** `s10-12 m14-15@a`: sure from 10 to 12 o'clock, maybe from 14 to 15 in block a; `w` lies within. */
const stretches = (text: string): readonly MaybeHit[] =>
  text.split(' ').flatMap((word, index) => {
    const [, kind, from, to, block] = /^([smw])([\d.-]+?)-([\d.]+)(@\w)?$/.exec(word) ?? []
    return kind === undefined
      ? []
      : [
          {
            block: block ?? String(index),
            from: Number(from) * HOUR,
            to: Number(to) * HOUR,
            sure: kind !== 'm',
            within: kind === 'w',
          },
        ]
  })

const count = (cause: Cause, text: string, windows: readonly (readonly [number, number])[] = []) => {
  const same = sameHitOf(
    cause,
    windows.map(([from, to]) => span(from * HOUR, to * HOUR)),
  )
  const { least, most } = countHits(stretches(text), same, PERIOD)
  return `${least}-${most}`
}

describe('how often a limit was hit', () => {
  it.each<[string, string, string]>([
    ['never', '', '0-0'],
    ['once, for sure', 's10-10.1', '1-1'],
    ['once, or not at all', 'm10-10.1', '0-1'],
    ['twice', 's10-10.1 s10.15-12.1', '2-2'],
    ['sure and maybe', 's10-10.1 m12-12.1', '1-2'],
    ['once, in two parts of a block', 's10-11@a s12-13@a', '1-1'],
    ['begun before the period', 's-1-0.05', '0-0'],
    ['begun with the period, or after it', 's0-1 s24-25', '1-1'],
    ['only known to lie across its edge', 'w23-25', '0-1'],
    ['only known to lie within it', 'w22-23', '1-1'],
  ])('%s', (_, text, expected) => {
    expect(count('concurrency', text)).toBe(expected)
  })

  it.each<[string, string, readonly (readonly [number, number])[], string]>([
    ['twice in one window', 's10-10.1 s13-13.1', [[9, 14]], '1-1'],
    [
      'across a reset, minutes apart',
      's13.9-13.99 s14.01-14.1',
      [
        [9, 14],
        [14, 19],
      ],
      '2-2',
    ],
    ['with no window known', 's10-10.1 s13-13.1', [], '1-2'],
    ['sure and maybe in one window', 's10-10.1 m11-11.1', [[9, 14]], '1-1'],
    ['two that only a doubtful one holds together', 's10-10.1 m12-12.1 s14.5-14.6', [], '1-3'],
    ['going on from before the period', 's-1-0 s1-1.1', [[-2, 3]], '0-0'],
    ['maybe going on from before it', 'm-1-0 s1-1.1', [[-2, 3]], '0-1'],
    ['further apart than a window is long', 's10-10.1 s15.5-16', [], '2-2'],
  ])('of a quota: %s', (_, text, windows, expected) => {
    expect(count('quota_5h', text, windows)).toBe(expected)
  })
})
