import { expect, it } from 'vitest'
import { readDay } from '../../shared/time/day.ts'
import { timePlaces } from '../../web/app/palette/palette-items.ts'

const NEWEST = readDay('2026-03-07')

it.each([
  ['', NEWEST, []],
  ['incident', NEWEST, []],
  ['17:22', NEWEST, ['records 17:22']],
  ['2 Mar 17:22', NEWEST, ['records 2 Mar 17:22', 'timeline 2026-03-02']],
  ['8 Mar', NEWEST, ['records 8 Mar', 'timeline 2025-03-08']], // later than the newest day: the year before
  ['2024-03-08', NEWEST, ['records 2024-03-08', 'timeline 2024-03-08']],
  ['2 Mar', null, ['records 2 Mar']],
])('%j leads to', (typed, newest, places) => {
  const shown = timePlaces(typed, newest).map(({ to }) => `${to.view} ${to.filter?.text ?? to.day}`)
  expect(shown).toEqual(places)
})
