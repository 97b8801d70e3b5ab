import { expect, it } from 'vitest'
import { span } from '../../../shared/time/span.ts'
import { sightLabels } from '../../../web/pages/timeline/labels/sight-labels.ts'

const drawn = span(0, 2000)
const shown = span(500, 1500)
/** A pixel a millisecond. */
const labelsOf = (...bands: [from: number, to: number][]) =>
  sightLabels(
    bands.map(([from, to]) => ({ span: span(from, to), texts: ['Blocked'] })),
    drawn,
    shown,
    2000,
  )

it.each([
  ['a band that begins out of sight has its label where it comes into sight', [100, 900], 'inside', 400],
  ['one wholly in sight has it at its begin', [600, 900], 'inside', 0],
  ['a short one has it beside', [600, 610], 'right', 0],
  ['at the edge of what is in sight it changes sides', [1480, 1490], 'left', 0],
] as const)('%s', (_name, [from, to], side, offset) => {
  expect(labelsOf([from, to])).toEqual([{ text: 'Blocked', side, offset }])
})

it('a band out of sight has no label, and takes no room from the others', () => {
  expect(labelsOf([100, 110], [600, 900], [1600, 1900]).map((label) => label?.side ?? null)).toEqual([
    null,
    'inside',
    null,
  ])
})
