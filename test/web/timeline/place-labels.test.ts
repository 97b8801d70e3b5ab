import { expect, it } from 'vitest'
import { placeLabels } from '../../../web/pages/timeline/labels/place-labels.ts'

const label = (share: number, text = '5-hour reset 11:20:45') => ({ share, text })
const rowsOf = (...labels: ReturnType<typeof label>[]) => placeLabels(labels, 800).map(({ row }) => row)

it('keeps labels on one row that have room beside each other', () => {
  expect(rowsOf(label(0), label(40))).toEqual([0, 0])
})

it('moves a label up that would touch the one before', () => {
  expect(rowsOf(label(0), label(5), label(40))).toEqual([0, 1, 0])
})

it('turns a label to the left that would stick out, and keeps it off its neighbour', () => {
  const [first, last] = placeLabels([label(80), label(98)], 800)
  expect([first?.late, last?.late]).toEqual([true, true])
  expect(first?.row).not.toBe(last?.row)
})

it('leaves a label on the right that would stick out further on the left', () => {
  const [only] = placeLabels([label(15, '5-hour reset 16:20:45 · inferred, in a narrow page')], 290)
  expect(only?.late).toBe(false)
})
