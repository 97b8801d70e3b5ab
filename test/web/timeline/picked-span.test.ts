import { describe, expect, it } from 'vitest'
import { whenOfBlock } from '../../../shared/analyse/blocks/attach-annotations.ts'
import type { BlockedWindow } from '../../../shared/analyse/report.ts'
import { placeWhen } from '../../../shared/evidence/local-time.ts'
import { span } from '../../../shared/time/span.ts'
import { wallTime } from '../../../shared/time/wall.ts'
import { UTC } from '../../../shared/time/zone.ts'
import { clockToPickOn, edgesToPick, readPicked } from '../../../web/data/picked-span.ts'
import { at, zone } from '../../time/given.ts'

const block = (parts: Partial<BlockedWindow>): BlockedWindow => ({
  grade: 'suspected',
  span: null,
  local: null,
  within: false,
  open: false,
  refs: [],
  ...parts,
})
const inUtc = block({ span: span(at('2026-03-02T15:18:57Z'), at('2026-03-02T16:22:28Z')) })

describe('the clock to pick on', () => {
  it.each([
    [inUtc, 'unknown', UTC],
    [inUtc, zone('Europe/Berlin'), 'Europe/Berlin'],
  ] as const)('is that of the zone, or UTC', (of, settled, clock) => {
    expect(clockToPickOn(of, settled)).toBe(clock)
  })

  it('is the wall clock where the evidence was printed without a zone, whatever is assumed now', () => {
    const picked = readPicked('2026-03-02T16:18:57', '2026-03-02T17:22:28', null)
    if (!picked.ok || picked.when.kind !== 'local') throw new Error('not picked')
    const { wall, length } = picked.when.local
    const zoneless = block({ ...inUtc, local: { from: wall, to: wallTime(wall + length) } })
    expect(clockToPickOn(zoneless, zone('+01:00'))).toBeNull()
    expect(edgesToPick(zoneless, null)).toEqual({ from: '2026-03-02T16:18:57', to: '2026-03-02T17:22:28' })
    expect(whenOfBlock(zoneless)).toEqual(picked.when)
  })
})

describe('edges and what is read of them', () => {
  it.each([
    [UTC, '2026-03-02T15:18:57', '2026-03-02T16:22:28'],
    [zone('Asia/Kathmandu'), '2026-03-02T21:03:57', '2026-03-02T22:07:28'],
  ])('agree in %s', (clock, from, to) => {
    expect(edgesToPick(inUtc, clock)).toEqual({ from, to })
    expect(readPicked(from, to, clock)).toEqual({ ok: true, when: { kind: 'span', span: inUtc.span } })
  })

  it('minutes are enough', () => {
    expect(readPicked('2026-03-02T15:18', '2026-03-02T15:19', UTC)).toEqual({
      ok: true,
      when: { kind: 'span', span: span(at('2026-03-02T15:18:00Z'), at('2026-03-02T15:19:00Z')) },
    })
  })

  it('a time that the clock showed twice means the wider stretch', () => {
    expect(readPicked('2026-10-25T02:30', '2026-10-25T02:45', zone('Europe/Berlin'))).toEqual({
      ok: true,
      when: { kind: 'span', span: span(at('2026-10-25T00:30:00Z'), at('2026-10-25T01:45:00Z')) },
    })
  })

  it('what is picked on the wall clock is placed once its zone is known', () => {
    const picked = readPicked('2026-03-02T16:18:57', '2026-03-02T17:22:28', null)
    if (!picked.ok) throw new Error('not picked')
    expect(placeWhen(picked.when, zone('+01:00'))).toMatchObject({ kind: 'span', span: inUtc.span })
  })

  it.each([
    ['', '2026-03-02T15:19', 'incomplete'],
    ['2026-03-02T15:19', 'nonsense', 'incomplete'],
    ['2026-03-02T15:19', '2026-03-02T15:19', 'backwards'],
    ['2026-03-02T15:20', '2026-03-02T15:19', 'backwards'],
    ['2026-03-29T02:30', '2026-03-29T04:00', 'skipped'],
    ['2026-03-29T01:30', '2026-03-29T02:30', 'skipped'],
  ])('from “%s” to “%s” is %s', (from, to, problem) => {
    expect(readPicked(from, to, zone('Europe/Berlin'))).toEqual({ ok: false, problem })
  })
})
