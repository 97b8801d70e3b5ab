import type { Origin } from '../../../shared/evidence/origin.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { evidenceId } from '../../../shared/evidence/id.ts'
import { MINUTE, SECOND } from '../../../shared/time/duration.ts'
import { readInstant } from '../../../shared/time/instant.ts'
import { span } from '../../../shared/time/span.ts'
import { readZone, UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import type { Observed } from '../observe/observe.ts'
import { refusedWithin } from './refused-within.ts'
import type { Difficulty } from './difficulty.ts'

/** The clock that dates pages and readings is half a minute to ten minutes ahead. */
const clockAhead: Difficulty = {
  name: 'clock_ahead',
  observer: (observer, _, random) => ({
    ...observer,
    readerAhead: Math.round(random.skewed(30 * SECOND, 10 * MINUTE)),
  }),
}

const TURNS = [
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['Europe/London', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/Los_Angeles', '2026-11-01T09:00:00Z'],
] as const

/** All of it an hour or so around the moment at which clocks are put back, and rows by the wall clock. */
const hourTwice: Difficulty = {
  name: 'hour_twice',
  scenario: (scenario, random) => {
    const [name, turn] = random.pick(TURNS)
    const zone = readZone(name)
    const at = readInstant(turn)
    if (zone === null || zone === UNKNOWN_ZONE || at === null) throw new Error('no such zone')
    const by = Math.round(at + random.between(-50 * MINUTE, 20 * MINUTE) - scenario.focus)
    const moved = (moment: number) => moment + by
    return {
      ...scenario,
      zone,
      begin: moved(scenario.begin),
      end: moved(scenario.end),
      focus: moved(scenario.focus),
      terms: [
        movedTerms(scenario.terms[0], by),
        ...scenario.terms.slice(1).map((terms) => movedTerms(terms, by)),
      ],
      troubles: scenario.troubles.map((each) => ({ ...each, from: moved(each.from), to: moved(each.to) })),
      heavyUse: scenario.heavyUse && {
        ...scenario.heavyUse,
        from: moved(scenario.heavyUse.from),
        to: moved(scenario.heavyUse.to),
      },
      wallet:
        scenario.wallet.from === scenario.wallet.to || scenario.wallet.from === 1
          ? scenario.wallet
          : { ...scenario.wallet, from: moved(scenario.wallet.from), to: moved(scenario.wallet.to) },
      sessions: scenario.sessions.map((each) => ({
        ...each,
        from: moved(each.from),
        to: moved(each.to),
        swarmAt: each.swarmAt === null ? null : moved(each.swarmAt),
      })),
    }
  },
  observer: (observer) => ({ ...observer, clock: 'wall_zone_known' }),
}

function movedTerms<T extends { from: number; subscribedAt: number; windows: readonly { anchor: number }[] }>(
  terms: T,
  by: number,
): T {
  return {
    ...terms,
    from: terms.from + by,
    subscribedAt: terms.subscribedAt + by,
    windows: terms.windows.map((window) => ({ ...window, anchor: window.anchor + by })),
  }
}

const inLog = (name: string): readonly Origin[] => [{ capture: `capture:${name}`, at: 'line 1' }]
const startOf = (when: When): number => (when.kind === 'span' ? when.span.from : Number.POSITIVE_INFINITY)

function withLogs(observed: Observed, logOf: (when: When) => string): Observed {
  const { evidence } = observed
  return {
    ...observed,
    evidence: {
      ...evidence,
      errors: evidence.errors.map((error) => ({ ...error, origins: inLog(logOf(error.when)) })),
      calls: evidence.calls.map((call) => ({ ...call, origins: inLog(logOf(call.when)) })),
    },
  }
}

/** The log of one client lies in two files, cut in the middle of a block, and its clock is minutes off. */
const splitLog: Difficulty = {
  name: 'split_log',
  observer: (observer, _, random) => ({
    ...observer,
    errors: 'log',
    callsLogged: true,
    logAhead: Math.round(random.between(-10 * MINUTE, 10 * MINUTE)),
  }),
  observed: (observed, world, observer, random) => {
    const refused = refusedWithin(world, observer)
    if (!refused) return observed
    const cut = random.between(refused.from, refused.to) + observer.logAhead
    return withLogs(observed, (when) => (startOf(when) < cut ? 'older half' : 'newer half'))
  },
}

/** Two logs of one client tell the same, by clocks a minute apart. */
const twoLogs: Difficulty = {
  name: 'two_logs',
  observer: (observer) => ({ ...observer, errors: 'log', callsLogged: true, logAhead: MINUTE }),
  observed: (observed) => {
    const first = withLogs(observed, () => 'log by the other clock')
    const shifted = (when: When): When =>
      when.kind === 'span'
        ? { kind: 'span', span: span(when.span.from - MINUTE, when.span.to - MINUTE) }
        : when
    const { errors, calls } = observed.evidence
    const again = <T extends { id: string; when: When }>(of: readonly T[], kind: 'error' | 'call') =>
      of.map((each) => ({
        ...each,
        id: evidenceId(kind, each.id, 'again'),
        when: shifted(each.when),
        origins: inLog('log by the right clock'),
      }))
    const twice = { errors: again(errors, 'error'), calls: again(calls, 'call') }
    return {
      ...first,
      evidence: {
        ...first.evidence,
        errors: [...first.evidence.errors, ...twice.errors],
        calls: [...first.evidence.calls, ...twice.calls],
      },
    }
  },
}

export const CLOCK_DIFFICULTIES: readonly Difficulty[] = [clockAhead, hourTwice, splitLog, twoLogs]
