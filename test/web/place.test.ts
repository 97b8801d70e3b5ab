import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from '../../shared/time/day.ts'
import { span } from '../../shared/time/span.ts'
import { readZone } from '../../shared/time/zone.ts'
import { FILTER_NAMES, NOWHERE, readPlace, VIEWS, writePlace, type Place } from '../../web/state/place.ts'
import { at } from '../time/given.ts'

const day = (text: string) => readDay(text)

describe('the address of a place', () => {
  it.each<[string, Partial<Place>]>([
    ['#/timeline?day=2026-03-02', { view: 'timeline', day: day('2026-03-02') }],
    [
      '#/timeline?range=2026-03-02T00%3A00%3A00Z%2F2026-03-02T06%3A00%3A00.500Z',
      { view: 'timeline', range: span(at('2026-03-02T00:00:00Z'), at('2026-03-02T06:00:00.500Z')) },
    ],
    ['#/incidents?zone=%2B01%3A00', { view: 'incidents', zone: readZone('+01:00') }],
    [
      '#/compare?days=2026-03-02%2C2026-03-07',
      { view: 'compare', days: [day('2026-03-02'), day('2026-03-07')].flatMap((each) => each ?? []) },
    ],
    [
      '#/incidents?grade=marked&text=17%3A20',
      { view: 'incidents', filter: { grade: 'marked', text: '17:20' } },
    ],
    ['#/', {}],
    ['', {}],
  ])('%s', (hash, place) => {
    expect(readPlace(hash)).toEqual({ ...NOWHERE, ...place })
  })

  it.each([
    ['#/nonsense', { view: null }],
    ['#/timeline?day=2026-02-30', { view: 'timeline', day: null }],
    ['#/timeline?range=2026-03-02T00:00:00Z', { range: null }],
    ['#/timeline?range=2026-03-02T00:00:00Z/2026-03-01T00:00:00Z', { range: null }],
    ['#/incidents?zone=Mars/Olympus', { view: 'incidents', zone: null }],
    ['#/compare?days=x,2026-03-07,', { days: [day('2026-03-07')] }],
  ])('leaves out what it cannot read in %s', (hash, part) => {
    expect(readPlace(hash)).toMatchObject(part)
  })

  it('reads back what it wrote', () => {
    const places = fc.record<Place>({
      view: fc.constantFrom(...VIEWS, null),
      day: fc.constantFrom(day('2026-03-29'), null),
      range: fc.constantFrom(span(at('2026-03-02T00:00:00Z'), at('2026-03-02T06:00:00.250Z')), null),
      days: fc.constantFrom(
        [],
        ['2026-03-02', '2026-03-07'].flatMap((text) => day(text) ?? []),
      ),
      windows: fc.constantFrom([], [at('2026-03-02T15:20:45.248Z'), at('2026-03-07T10:20:45Z')]),
      zone: fc.constantFrom(readZone('Asia/Kathmandu'), readZone('-03:30'), readZone('unknown'), null),
      incident: fc.option(fc.string({ minLength: 1 })),
      part: fc.option(fc.string({ minLength: 1 })),
      filter: fc.dictionary(fc.constantFrom(...FILTER_NAMES), fc.string({ minLength: 1 }), {
        noNullPrototype: true,
      }),
    })
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place)
      }),
    )
  })
})
