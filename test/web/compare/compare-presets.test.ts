import { expect, it } from 'vitest'
import type { Stretch } from '../../../shared/analyse/blocks/stretch.ts'
import { readDay } from '../../../shared/time/day.ts'
import { besideOf, PRESETS } from '../../../web/pages/compare/calendar/presets.ts'
import { at } from '../../time/given.ts'

const day = (text: string): Stretch => ({ kind: 'day', day: readDay(text) ?? failed(text) })
const failed = (text: string): never => {
  throw new Error(text)
}
const window = (text: string): Stretch => ({ kind: 'window', from: at(text) })

it.each([
  [day('2026-03-01'), [day('2026-02-28'), day('2026-02-22'), null]],
  [window('2026-03-02T12:00:00Z'), [null, null, window('2026-03-02T07:00:00Z')]],
])('%j has beside it', (base, beside) => {
  expect(PRESETS.map((preset) => besideOf(preset, base))).toEqual(beside)
})
