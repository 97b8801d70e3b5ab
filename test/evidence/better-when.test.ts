import { describe, expect, it } from 'vitest'
import { betterWhen } from '../../shared/evidence/better-when.ts'
import { joinRecords } from '../../shared/evidence/merge-records.ts'
import { UNDATED } from '../../shared/evidence/when.ts'
import { row } from '../analyse/build.ts'

const stated = row('2026-03-02T16:25:14Z').when
const zoneless = row('2026-03-02 17:25:14').when
const assumed = row('2026-03-02 17:25:14', {}, '+02:00').when
const ambiguous = row('2026-10-25 02:30:00', {}, 'Europe/Berlin').when

describe('the better of two tellings of one time', () => {
  it.each([
    ['stated, not assumed', stated, assumed],
    ['assumed, not ambiguous', assumed, ambiguous],
    ['ambiguous, not zone-less', ambiguous, zoneless],
    ['zone-less, not undated', zoneless, UNDATED],
  ])('%s, in either order', (_, better, other) => {
    expect(betterWhen(better, other)).toEqual(better)
    expect(betterWhen(other, better)).toEqual(better)
  })

  it('settles equals by their text', () => {
    const otherZone = row('2026-03-02 17:25:14', {}, '+01:00').when
    expect(betterWhen(assumed, otherZone)).toEqual(betterWhen(otherZone, assumed))
  })
})

it('a row seen with its key named keeps the name, however little else that sighting said', () => {
  const inferred = row('2026-03-02T16:25:14Z', {
    model: 'kimi-for-coding',
    status: 200,
    source: { kind: 'login_device', name: null, inferred: true },
  })
  const named = { ...inferred, model: null, status: null, source: { ...inferred.source, inferred: false } }
  expect(joinRecords(inferred, named)).toMatchObject({ source: named.source, status: 200 })
  expect(joinRecords(named, inferred)).toEqual(joinRecords(inferred, named))
})
