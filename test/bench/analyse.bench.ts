import { reportFrom } from '../../shared/analyse/analyse.ts'
import { startAnalyst } from '../../shared/analyse/analyst.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import type { Meter, QuotaSnapshot } from '../../shared/evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { HOUR, MINUTE, SECOND } from '../../shared/time/duration.ts'
import { instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { UTC } from '../../shared/time/zone.ts'
import { inBouts, syntheticRecords } from './synthetic-records.ts'

const RECORDS = 1_000_000
const SNAPSHOTS = 100_000
const PAGE = 100
const RUNS = 5

function meterAt(window: '5h' | '7d', at: number, start: number): Meter {
  const length = window === '5h' ? 5 * HOUR : 168 * HOUR
  const reset = start + Math.floor((at - start) / length + 1) * length
  const usedPercent = ((at - (reset - length)) / length) * 60
  return {
    window,
    pool: null,
    minutes: length / 60_000,
    encoding: 'ratio',
    usedPercent,
    resolution: 0.01,
    explicit: true,
    reset: { kind: 'at', at: instant(reset) },
    missing: [],
    limit: null,
    used: null,
    remaining: null,
  }
}

/** Reading number `index`, at a time after the start of the history. */
const reading = (index: number, at: number, start: number): QuotaSnapshot => ({
  id: evidenceId('snapshot', index),
  when: { kind: 'span', span: span(at, at + SECOND) },
  source: 'GetSubscriptionStats',
  meters: [meterAt('5h', at, start), meterAt('7d', at, start)],
  cap: 20,
  inFlight: null,
  plan: null,
  subscribedAt: null,
  wallet: null,
  origins: [],
})

const snapshots = (from: number, to: number): readonly QuotaSnapshot[] =>
  Array.from({ length: SNAPSHOTS }, (_, index) =>
    reading(index, Math.floor(from + ((to - from) * index) / SNAPSHOTS), from),
  )

const timeOf = ({ when }: UsageRecord): number => (when.kind === 'span' ? when.span.from : 0)

/** A page as the extension keeps it: its rows, and the capture that says what it shows. */
function page(records: readonly UsageRecord[], name: string): Evidence {
  const newest = records.at(-1)
  const oldest = records[0]
  return {
    ...NO_EVIDENCE,
    records,
    captures: [
      {
        id: evidenceId('capture', name),
        at: instant(timeOf(newest ?? records[0] ?? fail()) + 180 * SECOND),
        via: 'page',
        input: 'bench',
        source: 'ListUnifiedRequests',
        rows: records.length,
        newest: newest?.when ?? null,
        oldest: oldest?.when ?? null,
        recordIds: [],
      },
    ],
  }
}

function fail(): never {
  throw new Error('a page of the bench has rows')
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

export default {
  name: 'analyse',
  async run() {
    const records = syntheticRecords(0, RECORDS).map(inBouts)
    const [from, to] = [timeOf(records[0] ?? fail()), timeOf(records.at(-1) ?? fail())]
    const evidence = { ...page(records, 'all'), snapshots: snapshots(from, to) }
    const now = instant(to + HOUR)
    const options = { now, zone: UTC, rules: DEFAULT_RULES }

    const whole = Array.from({ length: RUNS }, () => timed(() => reportFrom(evidence, options)))
    const count = median(
      Array.from(
        { length: RUNS },
        () => timed(() => records.filter(({ outcome }) => outcome === 'failure').length).ms,
      ),
    )
    const analyst = startAnalyst(evidence, options, now)
    analyst.report(now)
    const pages = Array.from({ length: RUNS }, (_, n) =>
      page(
        syntheticRecords(RECORDS + n * PAGE, RECORDS + (n + 1) * PAGE).map((row) => inBouts(row, 100)),
        `page ${n}`,
      ),
    )
    const updated = (added: Evidence) =>
      timed(() => {
        analyst.add(added)
        return analyst.report(now)
      })
    const updates = pages.map(updated)
    const readings = Array.from({ length: RUNS }, (_, n) =>
      updated({ ...NO_EVIDENCE, snapshots: [reading(SNAPSHOTS + n, to + n * MINUTE, from)] }),
    )
    // one refusal in forty, wherever it falls
    const torn = { ...evidence, records: syntheticRecords(0, RECORDS) }
    const scattered = timed(() => reportFrom(torn, options))
    const full = median(whole.map(({ ms }) => ms))
    const update = median(updates.map(({ ms }) => ms))
    const read = median(readings.map(({ ms }) => ms))
    const incidents = whole[0]?.result.incidents.length ?? 0
    return [
      {
        what: `${RECORDS} rows, ${SNAPSHOTS} readings, ${incidents} incidents, from scratch (goal: 1,500 ms)`,
        value: full,
        unit: 'ms',
        ratio: full / count,
        baseline: `one pass that counts the refused rows ${count.toFixed(0)} ms`,
      },
      {
        what: `the same with ${scattered.result.incidents.length} incidents, from scratch`,
        value: scattered.ms,
        unit: 'ms',
        ratio: scattered.ms / full,
        baseline: `from scratch with ${incidents}`,
      },
      {
        what: `a page of ${PAGE} rows more, with its Report (goal: 20 ms)`,
        value: update,
        unit: 'ms',
        ratio: update / full,
        baseline: `from scratch ${full.toFixed(0)} ms`,
      },
      {
        what: 'one reading more, with its Report',
        value: read,
        unit: 'ms',
        ratio: read / full,
        baseline: `from scratch ${full.toFixed(0)} ms`,
      },
    ]
  },
}
