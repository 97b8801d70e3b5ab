import { expect, it } from 'vitest'
import { isZoneMeant, namedZones, zoneName } from '../../web/parts/zone/zone-choices.ts'
import { currentZoneName } from '../../web/parts/zone/current-zone-name.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { at, zone } from '../time/given.ts'

it.each([
  ['Asia/Calcutta', 'kolk', true],
  ['Asia/Calcutta', 'calc', true],
  ['America/New_York', 'new york', true],
  ['Europe/Berlin', ' BERLIN ', true],
  ['+08:00', '+8', true],
  ['+08:00', '+08', true],
  ['-03:30', '-03:3', true],
  ['Europe/Berlin', 'paris', false],
  ['Europe/Berlin', '', true],
])('%s is meant by “%s”: %s', (name, typed, meant) => {
  expect(isZoneMeant(name, typed)).toBe(meant)
})

it('shows a zone by the name that it has today', () => {
  expect(zoneName(zone('Asia/Calcutta'), '')).toBe('Asia/Kolkata')
  expect(zoneName(zone('Europe/Berlin'), '')).toBe('Europe/Berlin')
})

it('knows no new name that a browser would not read, nor one for another zone', () => {
  for (const old of namedZones()) {
    const name = zone(currentZoneName(old))
    expect(offsetAt(name, at('2026-07-01T12:00:00Z'))).toBe(offsetAt(old, at('2026-07-01T12:00:00Z')))
  }
})
