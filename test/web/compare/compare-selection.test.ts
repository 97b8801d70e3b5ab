import { describe, expect, it } from 'vitest'
import type { Stretch } from '../../../shared/analyse/blocks/stretch.ts'
import { addDays, readDay, type Day } from '../../../shared/time/day.ts'
import {
  madeFirst,
  placeOfStretches,
  stretchesOf,
  toggled,
} from '../../../web/pages/compare/calendar/selection.ts'
import { at } from '../../time/given.ts'

const first = readDay('2026-03-02')
if (first === null) throw new Error('no day')
const days = (count: number): Day[] => Array.from({ length: count }, (_, index) => addDays(first, index))
const asDays = (count: number): readonly Stretch[] => stretchesOf({ days: days(count), windows: [] })
const window = { kind: 'window', from: at('2026-03-02T15:20:45.248Z') } as const

describe('the selection', () => {
  it('is what the address asks for, once each, and at most eight', () => {
    expect(stretchesOf({ days: [...days(2), ...days(2)], windows: [] })).toHaveLength(2)
    expect(asDays(11)).toHaveLength(8)
  })

  it('is of windows where there are any: days and windows are not mixed', () => {
    expect(stretchesOf({ days: days(2), windows: [window.from] })).toEqual([window])
    expect(placeOfStretches([window])).toEqual({ days: [], windows: [window.from] })
    expect(placeOfStretches(asDays(2))).toEqual({ days: days(2), windows: [] })
  })

  it('takes one more at the end, takes it out again, and no ninth', () => {
    const [one, two, three] = asDays(3)
    if (!one || !two || !three) throw new Error('too few')
    expect(toggled([one, two], three)).toEqual([one, two, three])
    expect(toggled([one, two, three], two)).toEqual([one, three])
    const ninth = { kind: 'day', day: addDays(first, 8) } as const
    expect(toggled(asDays(8), ninth)).toEqual(asDays(8))
    expect(toggled(asDays(8), one)).toHaveLength(7)
  })

  it('can begin with another', () => {
    const [one, two, three] = asDays(3)
    if (!one || !two || !three) throw new Error('too few')
    expect(madeFirst([one, two, three], three)).toEqual([three, one, two])
  })
})
