import { NO_EVIDENCE, type Evidence } from '../../../shared/evidence/evidence.ts'
import type { Origin } from '../../../shared/evidence/origin.ts'
import type { When } from '../../../shared/evidence/when.ts'
import { HOUR, SECOND } from '../../../shared/time/duration.ts'
import { later } from '../../../shared/time/instant.ts'
import { span, type Span } from '../../../shared/time/span.ts'
import { wallTime, writeWallTime } from '../../../shared/time/wall.ts'
import type { Random } from '../random.ts'

/** The most that a clock is off by. */
const MOST_OFF = HOUR

/** What one installation has, and by how much its clock is ahead of the service's, in milliseconds. */
export interface InstallationSeen {
  readonly ahead: number
  readonly evidence: Evidence
}

/**
 * What an observer has in hand, dealt out to two to six installations by whose clocks it is timed: each page, reading and pasted
 * text goes to one of them, a log to the one on whose machine it was written. Rows are timed by the service and stay as they are.
 */
export function dealtOut(evidence: Evidence, random: Random): readonly InstallationSeen[] {
  const aheads = Array.from({ length: random.whole(2, 6) }, () => aheadOf(random))
  const any = () => random.whole(0, aheads.length - 1)
  const machines = new Map<string, number>()
  const machineOf = ({ origins: [origin] }: { readonly origins: readonly Origin[] }): number => {
    if (!origin) return any()
    const machine = machines.get(origin.capture) ?? any()
    machines.set(origin.capture, machine)
    return machine
  }
  const captures = evidence.captures.map((capture) => ({ capture, machine: any() }))
  const snapshots = evidence.snapshots.map((snapshot) => ({ snapshot, machine: any() }))
  const errors = evidence.errors.map((error) => ({ error, machine: machineOf(error) }))
  const calls = evidence.calls.map((call) => ({ call, machine: machineOf(call) }))
  return aheads.map((ahead, index) => {
    const isHere = ({ machine }: { readonly machine: number }) => machine === index
    const seen = captures.filter(isHere).map(({ capture: { at, ...capture } }) => ({
      ...capture,
      at: at === null ? null : later(at, ahead),
    }))
    const shown = new Set(seen.flatMap(({ recordIds }) => recordIds))
    return {
      ahead,
      evidence: {
        ...NO_EVIDENCE,
        captures: seen,
        records: evidence.records.filter(({ id }) => shown.has(id)),
        snapshots: snapshots.filter(isHere).map(({ snapshot }) => timedBy(ahead, snapshot)),
        errors: errors.filter(isHere).map(({ error }) => timedBy(ahead, error)),
        calls: calls.filter(isHere).map(({ call }) => timedBy(ahead, call)),
        marks: index === 0 ? evidence.marks : [],
      },
    }
  })
}

/** One in four is right; the others are a second to an hour off. */
function aheadOf(random: Random): number {
  if (random.chance(0.25)) return 0
  const off = Math.round(random.skewed(SECOND, MOST_OFF))
  return random.chance(0.5) ? off : -off
}

const timedBy = <T extends { readonly when: When }>(ahead: number, timed: T): T => ({
  ...timed,
  when: shifted(timed.when, ahead),
})

function shifted(when: When, ahead: number): When {
  if (when.kind === 'undated') return when
  const local = when.local && shiftedLocal(when.local, ahead)
  if (when.kind === 'local') return { ...when, local: shiftedLocal(when.local, ahead) }
  return { ...when, span: shiftedSpan(when.span, ahead), ...(local && { local }) }
}

const shiftedSpan = ({ from, to }: Span, ahead: number): Span => span(from + ahead, to + ahead)

function shiftedLocal<T extends { readonly wall: number }>(local: T, ahead: number): T {
  const wall = wallTime(local.wall + ahead)
  return { ...local, wall, text: writeWallTime(wall) }
}
