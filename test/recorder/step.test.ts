import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORDER_OFF, type RecorderState } from '../../shared/recorder/recorder-state.ts'
import { step, type RecorderEffect, type RecorderEvent } from '../../shared/recorder/step.ts'
import { HOUR, MINUTE, SECOND } from '../../shared/time/duration.ts'
import { later, type Instant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'

const START = at('2026-06-02T12:00:00Z')
const RULES = { longestHidden: 8 * HOUR }
const rows = (from: number, count = 100) => Array.from({ length: count }, (_, n) => `record:${from - n}`)

/** Runs events, each so many milliseconds after the start, and tells what was to be done. */
function play(events: readonly (readonly [ms: number, event: RecorderEvent])[], rules = RULES) {
  let state: RecorderState = RECORDER_OFF
  const effects: RecorderEffect[] = []
  for (const [ms, event] of events) {
    const next = step(state, event, later(START, ms), rules)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects, kinds: effects.map(({ kind }) => kind) }
}

const OPENED = [
  [0, { kind: 'start' }],
  [SECOND, { kind: 'tab_opened', tab: 7 }],
] as const
const READ = [...OPENED, [5 * SECOND, { kind: 'read', page: rows(100) }]] as const

describe('the recorder', () => {
  it('opens a tab of its own, and reads it again after a while', () => {
    const { state, kinds } = play([...READ, [5 * MINUTE, { kind: 'alarm' }]])
    expect(kinds).toEqual(['open_tab', 'gap_ends', 'reload_tab'])
    expect(state).toMatchObject({ phase: 'reading', tab: 7 })
  })

  it('does nothing before it is due', () => {
    const { state, kinds } = play([...READ, [4 * MINUTE, { kind: 'alarm' }]])
    expect(kinds).toEqual(['open_tab', 'gap_ends'])
    expect(state).toMatchObject({ phase: 'resting', due: later(START, 5 * MINUTE) })
  })

  it('comes back at once after a page that does not overlap, and says that rows were missed', () => {
    const { state, effects } = play([
      ...READ,
      [5 * MINUTE, { kind: 'alarm' }],
      [5 * MINUTE + 5 * SECOND, { kind: 'read', page: rows(1000) }],
    ])
    expect(effects.at(-1)).toMatchObject({ kind: 'gap_ends', joined: false })
    expect(state.due).toBe(later(START, 6 * MINUTE))
  })

  it.each([
    ['no answer at all', null, 'no_answer', 10 * MINUTE],
    ['a session that has run out', 401, 'signed_out', 10 * MINUTE],
    ['a service that refuses', 429, 'refused', 10 * MINUTE],
    ['a service in trouble', 503, 'refused', 10 * MINUTE],
  ] as const)('%s: leaves it alone, and stops the second time', (_, status, reason, rest) => {
    const refusal = (ms: number) => (status === null ? [] : ([[ms, { kind: 'refused', status }]] as const))
    const once = [...OPENED, ...refusal(5 * SECOND), [45 * SECOND, { kind: 'alarm' }]] as const
    expect(play(once).state).toMatchObject({ phase: 'resting', failures: 1, due: later(START, rest) })
    const twice = play([
      ...once,
      [rest, { kind: 'alarm' }],
      ...refusal(rest + 5 * SECOND),
      [rest + 45 * SECOND, { kind: 'alarm' }],
    ])
    expect(twice.state).toMatchObject({ phase: 'stopped', reason, tab: null, due: null })
    expect(twice.kinds).toEqual(['open_tab', 'reload_tab', 'leave_tab', 'gap_begins'])
  })

  it('takes a refusal that the page mends by itself for none', () => {
    const { state } = play([
      ...OPENED,
      [2 * SECOND, { kind: 'refused', status: 401 }],
      [4 * SECOND, { kind: 'read', page: rows(100) }],
    ])
    expect(state).toMatchObject({ phase: 'resting', failures: 0, refusal: null })
  })

  it('stops at once where the page asks to sign in', () => {
    const { state, effects } = play([
      ...READ,
      [5 * MINUTE, { kind: 'alarm' }],
      [5 * MINUTE + SECOND, { kind: 'signed_out' }],
    ])
    expect(state).toMatchObject({ phase: 'stopped', reason: 'signed_out' })
    expect(effects.at(-1)).toEqual({
      kind: 'gap_begins',
      from: later(START, 5 * SECOND),
      reason: 'signed_out',
    })
    const between = play([...READ, [2 * MINUTE, { kind: 'signed_out' }]])
    expect(between.state).toMatchObject({ phase: 'stopped', reason: 'signed_out' })
  })

  it.each([
    ['stop', { kind: 'stop' }, 'user'],
    ['its tab closed', { kind: 'tab_closed' }, 'tab_closed'],
  ] as const)('%s: waits for a click, not for a page', (_, event, reason) => {
    const stopped = play([...READ, [MINUTE, event], [2 * MINUTE, { kind: 'read_by_user' }]])
    expect(stopped.state).toMatchObject({ phase: 'stopped', reason })
    const again = play([...READ, [MINUTE, event], [3 * MINUTE, { kind: 'start' }]])
    expect(again.state).toMatchObject({ phase: 'reading', reason: null })
    expect(again.kinds.at(-1)).toBe('open_tab')
  })

  it('pauses when hidden for longer than allowed, and goes on when the console is seen', () => {
    const long = [...READ, [8 * HOUR, { kind: 'alarm' }]] as const
    expect(play(long).state).toMatchObject({ phase: 'stopped', reason: 'hidden' })
    expect(play(long, { longestHidden: 9 * HOUR }).state.phase).toBe('reading')
    const seen = play([...READ, [4 * HOUR, { kind: 'seen' }], [8 * HOUR, { kind: 'alarm' }]])
    expect(seen.state.phase).toBe('reading')
    expect(play([...long, [9 * HOUR, { kind: 'read_by_user' }]]).state.phase).toBe('reading')
  })

  it('waits for the user after the browser was closed', () => {
    const restarted = [...READ, [MINUTE, { kind: 'browser_started' }]] as const
    expect(play(restarted).state).toMatchObject({ phase: 'ready', reason: 'browser_closed', tab: null })
    const { state, kinds } = play([...restarted, [2 * MINUTE, { kind: 'read_by_user' }]])
    expect(state.phase).toBe('reading')
    expect(kinds).toEqual(['open_tab', 'gap_ends', 'gap_begins', 'open_tab'])
  })

  it('says so when a read was held up', () => {
    const { effects } = play([
      ...READ,
      [2 * HOUR, { kind: 'alarm' }],
      [2 * HOUR + SECOND, { kind: 'read', page: rows(150) }],
    ])
    expect(effects.slice(-2)).toMatchObject([
      { kind: 'gap_begins', from: later(START, 5 * SECOND), reason: 'held_up' },
      { kind: 'gap_ends', joined: true },
    ])
  })

  it('fails at once where the browser holds its tab, and stops the second time', () => {
    const once = [
      ...READ,
      [5 * MINUTE, { kind: 'alarm' }],
      [5 * MINUTE + SECOND, { kind: 'held_up' }],
    ] as const
    const { state, effects } = play(once)
    expect(state).toMatchObject({ phase: 'resting', failures: 1, tab: 7, due: later(START, 15 * MINUTE) })
    const from = later(START, 5 * SECOND)
    expect(effects.at(-1)).toEqual({ kind: 'gap_begins', from, reason: 'held_up' })
    const again = [...once, [15 * MINUTE, { kind: 'alarm' }]] as const
    const read = play([...again, [15 * MINUTE + SECOND, { kind: 'read', page: rows(150) }]])
    expect(read.effects.at(-1)).toMatchObject({ kind: 'gap_ends', joined: true })
    const twice = play([...again, [15 * MINUTE + SECOND, { kind: 'held_up' }]])
    expect(twice.state).toMatchObject({ phase: 'stopped', reason: 'held_up', tab: null })
    expect(twice.effects.at(-1)).toMatchObject({ kind: 'gap_begins', reason: 'held_up' })
  })

  it('goes on with the tab that the browser puts in the place of its own', () => {
    const replaced = { kind: 'tab_replaced', tab: 8 } as const
    const { state, effects } = play([...READ, [MINUTE, replaced], [5 * MINUTE, { kind: 'alarm' }]])
    expect([state.phase, effects.at(-1)]).toEqual(['reading', { kind: 'reload_tab', tab: 8 }])
    expect(play([[0, replaced]]).state).toEqual(RECORDER_OFF)
  })

  it('does not mind that its tab is held between two reads', () => {
    expect(play([...READ, [MINUTE, { kind: 'held_up' }]])).toEqual(play(READ))
  })

  it('leaves a tab that opens after it was stopped', () => {
    const { effects } = play([
      [0, { kind: 'start' }],
      [1, { kind: 'stop' }],
      [2, { kind: 'tab_opened', tab: 9 }],
    ])
    expect(effects.at(-1)).toEqual({ kind: 'leave_tab', tab: 9 })
  })
})

const event: fc.Arbitrary<RecorderEvent> = fc.oneof(
  fc.constantFrom<RecorderEvent>(
    { kind: 'start' },
    { kind: 'stop' },
    { kind: 'switch_off' },
    { kind: 'tab_closed' },
    { kind: 'signed_out' },
    { kind: 'held_up' },
    { kind: 'seen' },
    { kind: 'read_by_user' },
    { kind: 'browser_started' },
  ),
  fc.record({ kind: fc.constant('alarm' as const) }),
  fc.record({ kind: fc.constant('tab_opened' as const), tab: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('tab_replaced' as const), tab: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('refused' as const), status: fc.constantFrom(401, 429, 503) }),
  fc.record({
    kind: fc.constant('read' as const),
    page: fc.integer({ min: 0, max: 300 }).map((newest) => rows(newest)),
  }),
)
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * MINUTE }), event), { maxLength: 60 })

/** Runs events with these pauses between them, and gives every visit with what was known before it. */
function visitsOf(events: readonly (readonly [number, RecorderEvent])[]) {
  let state: RecorderState = RECORDER_OFF
  let now: Instant = START
  const visits: { readonly at: Instant; readonly effect: RecorderEffect; readonly before: RecorderState }[] =
    []
  for (const [pause, each] of events) {
    now = later(now, pause)
    const next = step(state, each, now, RULES)
    for (const effect of next.effects)
      if (effect.kind === 'open_tab' || effect.kind === 'reload_tab')
        visits.push({ at: now, effect, before: state })
    state = next.state
  }
  return { visits, state }
}

describe('whatever happens', () => {
  it('it never reads twice within a minute', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { visits } = visitsOf(events)
        visits.slice(1).forEach(({ at: time }, n) => {
          expect(time - (visits[n]?.at ?? 0)).toBeGreaterThanOrEqual(MINUTE)
        })
      }),
    )
  })

  it('it reloads no tab but the one that it opened', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const { effect, before } of visitsOf(events).visits)
          if (effect.kind === 'reload_tab') expect(effect.tab).toBe(before.tab)
      }),
    )
  })

  it('one stop stops it, and a machine that is off does nothing', () => {
    fc.assert(
      fc.property(history, (events) => {
        const stopped = visitsOf([...events, [0, { kind: 'stop' }]]).state
        expect(['off', 'stopped']).toContain(stopped.phase)
        expect(step(stopped, { kind: 'alarm' }, later(START, 1e10), RULES).effects).toEqual([])
        const off = visitsOf([...events, [0, { kind: 'switch_off' }]]).state
        expect(off).toEqual(RECORDER_OFF)
      }),
    )
  })
})
