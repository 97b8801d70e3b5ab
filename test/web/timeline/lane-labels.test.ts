import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandLabels, type LabelledBand } from '../../../web/pages/timeline/blocks/band-labels.ts'
import { meterLabels } from '../../../web/pages/timeline/meters/meter-labels.ts'
import { textWidth } from '../../../web/pages/timeline/labels/text-width.ts'

const TEXTS = ['Blocked (suspected)', 'Blocked']
const band = (from: number, to: number): LabelledBand => ({ from, to, texts: TEXTS })
const labelsOf = (...bands: LabelledBand[]) =>
  bandLabels(bands, 800).map((label) => label && `${label.side}: ${label.text}`)

describe('labels of bands', () => {
  it.each([
    ['inside where there is room', [band(100, 400)], ['inside: Blocked (suspected)']],
    ['beside a short one', [band(100, 110)], ['right: Blocked (suspected)']],
    ['on the left at the end', [band(780, 790)], ['left: Blocked (suspected)']],
    [
      'shorter where the long one does not fit',
      [band(0, 8), band(100, 800)],
      ['right: Blocked', 'inside: Blocked (suspected)'],
    ],
    [
      'none where nothing fits',
      [band(0, 8), band(30, 770), band(790, 798)],
      [null, 'inside: Blocked (suspected)', null],
    ],
  ])('%s', (_name, bands, labels) => {
    expect(labelsOf(...bands)).toEqual(labels)
  })

  it('never lie on another label or on another band, and stay on the track', () => {
    const bands = fc.uniqueArray(fc.integer({ min: 0, max: 790 }), { maxLength: 12 }).map((starts) => {
      const sorted = starts.toSorted((a, b) => a - b)
      return sorted.map((from, index) => band(from, Math.min(from + 60, sorted[index + 1] ?? 800)))
    })
    fc.assert(
      fc.property(bands, (all) => {
        const stretches = bandLabels(all, 800).flatMap((label, index) => {
          const own = all[index]
          if (!label || !own) return []
          const length = textWidth(label.text)
          if (label.side === 'inside') return [[own.from, own.from + length]]
          return label.side === 'right' ? [[own.to, own.to + length]] : [[own.from - length, own.from]]
        })
        for (const [index, [from = 0, to = 0]] of stretches.entries()) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(800)
          const later = stretches.slice(index + 1)
          expect(later.filter(([a = 0, b = 0]) => a < to && from < b)).toEqual([])
        }
      }),
    )
  })
})

describe('labels of meters', () => {
  const place = (...points: [x: number, y: number][]) => [
    ...meterLabels(
      points.map(([x, y], index) => ({ key: String(index), text: 'Weekly 16 %', x, y })),
      800,
    ).values(),
  ]

  it('are lifted until they lie on no other', () => {
    expect(place([100, 0], [100, 10], [100, 60]).map(({ lift }) => lift)).toEqual([0, 5, 0])
    expect(place([100, 10], [300, 10]).map(({ lift }) => lift)).toEqual([0, 0])
  })

  it('stand on the left where the track ends', () => {
    expect(place([100, 0], [780, 0]).map(({ side }) => side)).toEqual(['right', 'left'])
  })
})
