import { describe, expect, it } from 'vitest'
import { setBacksIn } from '../../../../shared/parse/text/rows/set-back.ts'
import { placeWhen, whenSetBack } from '../../../../shared/evidence/local-time.ts'
import { whens } from '../../../../shared/store/columns/whens.ts'
import { writeInstant } from '../../../../shared/time/instant.ts'
import { readWallTime } from '../../../../shared/time/wall.ts'
import { zoneNamed } from '../../../analyse/build.ts'
import { rowsIn } from './rows-in.ts'

// Clocks in Berlin were put back at 03:00 (01:00 UTC) on 25 October 2026.
const wall = (clock: string) => {
  const read = readWallTime(`2026-10-25 ${clock}`)
  if (read === null) throw new Error(clock)
  return read
}
const short = { before: 'b', after: 'a' } as const
const sides = (clocks: string) =>
  setBacksIn(clocks.split(' ').map(wall))
    .map((side) => (side ? short[side] : '-'))
    .join('')

describe('the sides of a clock that was put back, newest row first', () => {
  it.each([
    ['03:45:00 02:10:00 02:00:50 02:59:10 02:57:30', 'aaabb'],
    ['02:05:00 02:10:00', 'ab'], // a step of five minutes
    ['02:05:00 02:05:59', '--'], // seconds out of turn
    ['03:45:00 02:59:10 02:00:50', '---'], // no step
    ['02:10:00 02:50:00 02:05:00 02:40:00', '----'], // two of them
    ['06:00:00 02:10:00 02:50:00 00:01:00', '-ab-'], // hours away
  ])('%s: %s', (clocks, expected) => {
    expect(sides(clocks)).toBe(expected)
  })
})

it.each([
  ['newest first', false],
  ['oldest first', true],
])('rows of the hour that came twice are placed by their order, %s', (_, turned) => {
  const clocks = ['03:10:00', '02:10:00', '02:00:50', '02:59:10', '02:50:00', '01:40:00']
  const lines = clocks.map((clock) => `Login Device KimiCLI/1.16.0 2026-10-25 ${clock} Success`)
  const { records } = rowsIn((turned ? lines.toReversed() : lines).join('\n'))
  const placed = records.map(({ when }) => placeWhen(when, zoneNamed('Europe/Berlin')))
  expect(
    placed.map((when) => (when.kind === 'span' ? writeInstant(when.span.from).slice(11, 16) : when.kind)),
  ).toEqual(['02:10', '01:10', '01:00', '00:59', '00:50', '23:40'])
})

it('the side is kept by a segment, and nothing where there is none', () => {
  const when = {
    kind: 'local',
    local: { text: '02:10', wall: wall('02:10:00'), length: 1000, zone: null },
  } as const
  const all = [when, whenSetBack(when, 'after')]
  expect([0, 1].map(whens.open(whens.pack(all), 2))).toEqual(all)
  expect(whens.pack([when])).not.toHaveProperty('localSetBacks')
})
