import { describe, expect, it } from 'vitest'
import { createRateGate } from '../../extension/content/rate-gate.ts'
import { createRefusals } from '../../extension/content/refusals.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { later, type Instant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'

/** A clock that is put forward by hand, and what is to be called back by it. */
function handClock() {
  let now: Instant = at('2026-06-02T12:00:00Z')
  let calls: { readonly due: Instant; readonly call: () => void }[] = []
  return {
    now: () => now,
    after: (ms: number, call: () => void) => void calls.push({ due: later(now, ms), call }),
    forward: (ms: number) => {
      now = later(now, ms)
      const due = calls.filter((each) => each.due <= now)
      calls = calls.filter((each) => each.due > now)
      for (const { call } of due) call()
    },
  }
}

describe('the rate gate', () => {
  const gate = (most: number) => {
    const clock = handClock()
    const passed: string[] = []
    let dropped = 0
    const offer = createRateGate<string>(
      { ...clock, pass: (item) => passed.push(item), onDropped: () => dropped++ },
      most,
    )
    return { clock, passed, offer, dropped: () => dropped }
  }

  it('lets so many pass in a minute; then the newest of each kind waits, and what gives way is counted', () => {
    const { clock, passed, offer, dropped } = gate(2)
    for (const item of ['a1', 'a2', 'a3', 'b1', 'a4']) offer(item.slice(0, 1), item)
    expect({ passed, dropped: dropped() }).toEqual({ passed: ['a1', 'a2'], dropped: 1 })
    clock.forward(MINUTE - 1)
    expect(passed).toEqual(['a1', 'a2'])
    clock.forward(1)
    expect(passed).toEqual(['a1', 'a2', 'b1', 'a4'])
  })

  it('loses nothing of a page that is only quick', () => {
    const { clock, passed, offer, dropped } = gate(60)
    for (let load = 0; load < 8; load++)
      for (let call = 0; call < 7; call++) offer(`m${call}`, `${load}.${call}`)
    expect({ passed: passed.length, dropped: dropped() }).toEqual({ passed: 56, dropped: 0 })
    for (let call = 0; call < 7; call++) offer(`m${call}`, `last.${call}`)
    clock.forward(MINUTE)
    expect(passed.filter((item) => item.startsWith('last'))).toHaveLength(7)
    expect(dropped()).toBe(0)
  })

  it('holds no more than one of a kind, whatever a page does', () => {
    const { passed, offer, dropped } = gate(60)
    for (let n = 0; n < 10_000; n++) offer('a', String(n))
    expect(passed).toHaveLength(60)
    expect(dropped()).toBe(10_000 - 61)
  })
})

it('refusals are told once a second, however many there are, and none is lost', () => {
  const clock = handClock()
  const told: number[] = []
  let full = false
  const refuse = createRefusals(clock.after, (count) => {
    if (!full) told.push(count)
    return !full
  })
  for (let n = 0; n < 5_000; n++) refuse()
  clock.forward(1_000)
  expect(told).toEqual([5_000])
  refuse()
  full = true
  clock.forward(1_000)
  expect(told).toEqual([5_000])
  full = false
  clock.forward(1_000)
  expect(told).toEqual([5_000, 1])
})
