import { expect, it } from 'vitest'
import { shareBoundsTexts, shareText } from '../../shared/wording/share-text.ts'

it.each([
  ['as printed', 0.1, 0.01, false, '0.10 %', '0.10%'],
  ['whole', 2, 1, false, '2 %', '2%'],
  ['as fine as it was printed', 0.1234, 0.0001, false, '0.1234 %', '0.1234%'],
  ['"less than", never as a number that it is not', 0.01, 0.01, true, '< 0.01 %', '<0.01%'],
] as const)('a share %s', (_name, percent, resolution, below, en, zh) => {
  expect(shareText({ percent, resolution, below }, 'en')).toBe(en)
  expect(shareText({ percent, resolution, below }, 'zh')).toBe(zh)
})

it.each([
  [0.26, 0.31, '0.26 %', '0.31 %'],
  [0, 0.01, '0 %', '0.01 %'],
  [0.123_46, 0.123_44, '0.1234 %', '0.1235 %'],
] as const)('bounds %d and %d are rounded outwards', (min, max, from, to) => {
  expect(shareBoundsTexts({ min, max }, 'en')).toEqual({ min: from, max: to })
})
