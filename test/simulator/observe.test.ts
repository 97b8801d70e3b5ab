import { describe, expect, it } from 'vitest'
import { meterConflicts } from '../../shared/analyse/views/meter-conflicts.ts'
import { drawObserver } from './observe/draw-observer.ts'
import { observe } from './observe/observe.ts'
import type { Observer } from './observe/observer.ts'
import { truthOf } from './truth.ts'
import { drawScenario } from './world/draw-scenario.ts'
import { runWorld } from './world/run.ts'

const world = runWorld(drawScenario(3)) // a swarm over the cap: thousands of calls, both good and bad
const truth = truthOf(world)
const usual = drawObserver(world, truth)
const best: Observer = {
  ...usual,
  pages: 'once',
  clock: 'utc',
  capturesDated: true,
  requestIds: true,
  refusedRows: 'all',
  metersEvery: 300_000,
  metersDated: true,
  style: 'count',
  rounding: 'down',
  lag: 0,
  errors: 'log',
  rewrapped: false,
  marked: false,
  readerAhead: 0,
  logAhead: 0,
  foreign: 'none',
  until: world.scenario.end,
}
const seenBy = (details: Partial<Observer>) => observe(world, truth, { ...best, ...details })

describe('an observer', () => {
  it('sees the same whenever he looks', () => {
    expect(seenBy({})).toEqual(seenBy({}))
  })

  it('has no readings of another account where there are none of this one', () => {
    const read = (metersEvery: number | null) =>
      seenBy({ metersEvery, foreign: 'readings' }).evidence.snapshots
    expect(read(300_000).length).toBeGreaterThan(seenBy({}).evidence.snapshots.length)
    expect(read(null)).toEqual([])
  })

  it('reads windows of their own of another account, where windows open at first use, too', () => {
    const scenario = drawScenario(3)
    const [first] = scenario.terms
    const windows = first.windows.map((window) => ({ ...window, opened: [scenario.begin] }))
    const opening = runWorld({ ...scenario, terms: [{ ...first, windows }] })
    const windowsRead = (foreign: Observer['foreign']) => {
      const { evidence } = observe(opening, truthOf(opening), { ...best, foreign })
      const resets = evidence.snapshots.flatMap(({ meters }) =>
        meters.flatMap(({ window, reset }) => (window === '5h' && reset?.kind === 'at' ? reset.at : [])),
      )
      return new Set(resets).size
    }
    expect(windowsRead('readings')).toBeGreaterThan(windowsRead('none'))
  })

  it('gets a hundred rows from one look', () => {
    const { evidence } = seenBy({ pages: 'once' })
    expect(evidence.captures.map(({ rows }) => rows)).toEqual([100])
    expect(evidence.records).toHaveLength(100)
  })

  it('loses rows between looks that are far apart', () => {
    const open = seenBy({ pages: 'always_open' }).evidence.records.length
    const seldom = seenBy({ pages: 'now_and_then' }).evidence.records.length
    expect(seldom).toBeLessThan(open)
  })

  it.each([
    ['all', 'failure', true],
    ['none', 'failure', false],
  ] as const)('with %s refused rows listed has a %s: %s', (refusedRows, outcome, has) => {
    const { records } = seenBy({ pages: 'always_open', refusedRows }).evidence
    expect(records.some((record) => record.outcome === outcome)).toBe(has)
  })

  it('whose table has no zone has no instants', () => {
    const { evidence, zone } = seenBy({ clock: 'wall_zone_unknown' })
    expect(zone).toBe('unknown')
    expect(new Set(evidence.records.map(({ when }) => when.kind))).toEqual(new Set(['local']))
  })

  it('of the fault of September 2026 reads a ratio of 0 beside the count, and the conflict', () => {
    const { snapshots } = seenBy({ style: 'placeholder' }).evidence
    const used = snapshots.flatMap(({ meters }) => meters.filter(({ encoding }) => encoding === 'ratio'))
    expect(new Set(used.map(({ usedPercent }) => usedPercent))).toEqual(new Set([0]))
    expect(snapshots.some(({ meters }) => meterConflicts(meters).length > 0)).toBe(true)
  })

  it('sees nothing of what happens after he has gone', () => {
    const until = world.scenario.focus
    const { evidence } = seenBy({ pages: 'always_open', until })
    const latest = evidence.records.map(({ when }) => (when.kind === 'span' ? when.span.from : Infinity))
    expect(Math.max(...latest)).toBeLessThanOrEqual(until)
  })

  it.each([
    ['log', false],
    ['undated', true],
    ['with_reading', true],
  ] as const)('who keeps errors as %s has undated ones: %s', (errors, undated) => {
    const kept = seenBy({ errors }).evidence.errors
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.every(({ when }) => (when.kind === 'undated') === undated)).toBe(true)
  })
})
