import { MINUTE, SECOND } from '../time/duration.ts'
import { instant, later, type Instant } from '../time/instant.ts'
import type { GapReason } from './gaps.ts'
import { backOff, FIRST_INTERVAL, nextInterval, SHORTEST_INTERVAL } from './pace.ts'
import { RECORDER_OFF, type RecorderState, type StopReason } from './recorder-state.ts'

/** What happened to the recorder of a site. */
export type RecorderEvent =
  /** Switched on, or told to go on. */
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'switch_off' }
  | { readonly kind: 'tab_opened'; readonly tab: number }
  | { readonly kind: 'tab_closed' }
  /** The browser has put another in the place of its own tab, as it does with one that it discards. */
  | { readonly kind: 'tab_replaced'; readonly tab: number }
  | { readonly kind: 'alarm' }
  /** The history of its own tab was read; ids of its rows, newest first. */
  | { readonly kind: 'read'; readonly page: readonly string[] }
  /** A call of the page in its own tab was refused; the page may yet renew its token and succeed. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Its own tab asks to sign in. */
  | { readonly kind: 'signed_out' }
  /** The browser froze or discarded its own tab: nothing will come of it until it is loaded again. */
  | { readonly kind: 'held_up' }
  /** A console page is in front. */
  | { readonly kind: 'seen' }
  /** The history was read in a tab of the user's: the console works, and somebody is there. */
  | { readonly kind: 'read_by_user' }
  | { readonly kind: 'browser_started' }

/** What the worker is to do about it. */
export type RecorderEffect =
  | { readonly kind: 'open_tab' }
  | { readonly kind: 'reload_tab'; readonly tab: number }
  /** Closes the recorder's own tab, unless somebody is looking at it. */
  | { readonly kind: 'leave_tab'; readonly tab: number }
  | { readonly kind: 'gap_begins'; readonly from: Instant; readonly reason: GapReason }
  /** Reading goes on. `joined`: the page overlaps the last one, so nothing was missed; null where nobody can tell. */
  | { readonly kind: 'gap_ends'; readonly to: Instant; readonly joined: boolean | null }

export interface Step {
  readonly state: RecorderState
  readonly effects: readonly RecorderEffect[]
}

export interface RecorderRules {
  /** Stop when no console page was in front for this long, in milliseconds; null: however long. */
  readonly longestHidden: number | null
}

/** A console page has shown its history long before that, or will not. */
const READING_TIME = 45 * SECOND
/** So many failed reads in a row stop it. */
const MAX_FAILURES = 2
/** A read that is later than planned by more than this was held up: the machine slept, say. */
const LATE = 2 * MINUTE

/** From these it goes on by itself when the console is seen to work; the others want a click. */
const MENDS: ReadonlySet<StopReason> = new Set<StopReason>([
  'hidden',
  'signed_out',
  'no_answer',
  'refused',
  'held_up',
  'browser_closed',
])

/** The recorder of a site as a pure machine: what it is and does after an event. */
export function step(state: RecorderState, event: RecorderEvent, now: Instant, rules: RecorderRules): Step {
  switch (event.kind) {
    case 'start':
      return isGoing(state) ? stay(state) : visit({ ...state, failures: 0, seen: now }, now)
    case 'stop':
      return isGoing(state) || state.phase === 'ready' ? stop(state, 'user', now) : stay(state)
    case 'switch_off':
      return { state: RECORDER_OFF, effects: [...leave(state), { kind: 'gap_ends', to: now, joined: null }] }
    case 'tab_opened':
      return isGoing(state) ? stay({ ...state, tab: event.tab }) : { state, effects: leave(event) }
    case 'tab_closed':
      return isGoing(state) ? stop({ ...state, tab: null }, 'tab_closed', now) : stay({ ...state, tab: null })
    case 'tab_replaced':
      return stay(state.tab === null ? state : { ...state, tab: event.tab })
    case 'alarm':
      return ring(state, now, rules)
    case 'read':
      return state.phase === 'reading' || state.phase === 'resting'
        ? took(state, event.page, now)
        : stay(state)
    case 'refused':
      return stay(state.phase === 'reading' ? { ...state, refusal: event.status } : state)
    case 'signed_out':
      return isGoing(state) ? stop(state, 'signed_out', now) : stay(state)
    case 'held_up':
      // between two reads it does not matter: the next one loads it again
      return state.phase === 'reading' ? holdUp(state, now) : stay(state)
    case 'seen':
      return stay(state.phase === 'off' ? state : { ...state, seen: now })
    case 'read_by_user':
      return mends(state) ? visit({ ...state, seen: now }, now) : step(state, { kind: 'seen' }, now, rules)
    case 'browser_started':
      return restart(state, now)
    default:
      return event satisfies never
  }
}

const isGoing = ({ phase }: Pick<RecorderState, 'phase'>): boolean =>
  phase === 'resting' || phase === 'reading'

const mends = ({ phase, reason }: RecorderState) =>
  phase === 'ready' || (phase === 'stopped' && reason !== null && MENDS.has(reason))

const stay = (state: RecorderState): Step => ({ state, effects: [] })

const leave = ({ tab }: Pick<RecorderState, 'tab'>): readonly RecorderEffect[] =>
  tab === null ? [] : [{ kind: 'leave_tab', tab }]

/** Opens or reloads the tab, or plans to as soon as a minute has passed since the last time. */
function visit(state: RecorderState, now: Instant): Step {
  const going = { ...state, reason: null, refusal: null }
  const allowed = state.visited === null ? now : later(state.visited, SHORTEST_INTERVAL)
  if (now < allowed) return stay({ ...going, phase: 'resting', due: allowed })
  return {
    state: { ...going, phase: 'reading', visited: now, due: later(now, READING_TIME) },
    effects: [state.tab === null ? { kind: 'open_tab' } : { kind: 'reload_tab', tab: state.tab }],
  }
}

function ring(state: RecorderState, now: Instant, { longestHidden }: RecorderRules): Step {
  if (!isGoing(state) || state.due === null || now < state.due) return stay(state)
  if (state.phase === 'reading') return fail(state, now)
  const hidden = state.seen !== null && longestHidden !== null && now - state.seen >= longestHidden
  return hidden ? stop(state, 'hidden', now) : visit(state, now)
}

/** Nothing came of a visit. The first time it is left alone for longer, the second time it stops. */
function fail(state: RecorderState, now: Instant, reason: StopReason | null = null): Step {
  const failures = state.failures + 1
  const { refusal } = state
  if (failures >= MAX_FAILURES) return stop({ ...state, failures }, reason ?? reasonOf(refusal), now)
  const interval = backOff(state.interval, refusal)
  const due = later(state.visited ?? now, interval)
  return stay({ ...state, phase: 'resting', failures, interval, due })
}

const reasonOf = (refusal: number | null): StopReason =>
  refusal === null ? 'no_answer' : refusal === 401 ? 'signed_out' : 'refused'

/** A failed read of which the reason is known at once; the hole is said to be one from the first time on. */
function holdUp(state: RecorderState, now: Instant): Step {
  const failed = fail(state, now, 'held_up')
  if (failed.state.phase === 'stopped') return failed
  return {
    ...failed,
    effects: [{ kind: 'gap_begins', from: state.read ?? now, reason: 'held_up' }],
  }
}

function stop(state: RecorderState, reason: StopReason, now: Instant): Step {
  return {
    state: { ...state, phase: 'stopped', reason, tab: null, due: null, refusal: null },
    effects: [...leave(state), { kind: 'gap_begins', from: state.read ?? now, reason }],
  }
}

/** Tabs do not outlast the browser; the one that may have been restored is the user's now. */
function restart(state: RecorderState, now: Instant): Step {
  if (!isGoing(state)) return stay({ ...state, tab: null })
  return {
    state: { ...state, phase: 'ready', reason: 'browser_closed', tab: null, due: null, refusal: null },
    effects: [{ kind: 'gap_begins', from: state.read ?? now, reason: 'browser_closed' }],
  }
}

function took(state: RecorderState, page: readonly string[], now: Instant): Step {
  const known = new Set(state.page)
  const fresh = state.read === null ? null : page.filter((id) => !known.has(id)).length
  const elapsed = now - (state.read ?? now)
  const base = state.failures > 0 ? FIRST_INTERVAL : state.interval
  // The page may ask for its history more than once in a visit; only the first answer sets the pace.
  const again = state.phase === 'resting'
  const interval = again ? state.interval : nextInterval(base, { rows: page.length, fresh, elapsed })
  const planned = later(state.visited ?? now, interval)
  const due = again ? state.due : instant(Math.max(planned, now))
  return {
    state: {
      ...state,
      phase: 'resting',
      failures: 0,
      refusal: null,
      read: now,
      page: [...page],
      interval,
      due,
    },
    effects: again ? [] : [...lateGap(state, now), { kind: 'gap_ends', to: now, joined: joins(page, fresh) }],
  }
}

/** An empty history after an empty one shows nothing that could have been missed. */
function joins(page: readonly string[], fresh: number | null): boolean | null {
  if (fresh === null) return null
  return page.length === 0 || fresh < page.length
}

function lateGap(state: RecorderState, now: Instant): readonly RecorderEffect[] {
  if (state.read === null || state.failures > 0) return []
  const planned = later(state.read, Math.max(state.interval, SHORTEST_INTERVAL) + READING_TIME + LATE)
  return now > planned ? [{ kind: 'gap_begins', from: state.read, reason: 'held_up' }] : []
}
