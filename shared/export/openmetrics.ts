import type { Report } from '../analyse/report.ts'
import { isRefused } from '../analyse/blocks/refusals.ts'
import { listedTime } from '../analyse/views/listed-time.ts'
import { listReadings } from '../analyse/views/reading-list.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isExample } from '../evidence/example.ts'
import { EARLIEST } from '../parse/plausible-time.ts'
import { MINUTE } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from '../time/span.ts'

/** The series of one metric: labels as they are written, and a value for each moment, in the order of time. */
type Series = ReadonlyMap<string, Iterable<readonly [at: number, value: number]>>

/**
 * The history as an OpenMetrics text for back-filling Prometheus (`promtool tsdb create-blocks-from openmetrics`) or
 * VictoriaMetrics. Counts are of the minute that begins at the sample, and only minutes with any have one; what lasts
 * (blocked, observed) has a 1 in each of its minutes. What has no instant is left out: a metric cannot say "somewhere in
 * there". Labels hold no id and no name but that of the account.
 */
export function writeOpenMetrics(report: Report, evidence: Evidence, account: string): string {
  const metrics: readonly (readonly [name: string, help: string, series: Series])[] = [
    ['quotascope_requests', 'Rows of the usage history in a minute, by outcome.', requests(report, evidence)],
    ['quotascope_refusals', 'Failed rows in a minute that tell of a refusal.', refusals(report, evidence)],
    [
      'quotascope_used_percent',
      'Share of a quota window that was used, as it was read.',
      meters(report, evidence),
    ],
    ['quotascope_blocked', '1 in every minute that was blocked, by what it is put down to.', blocked(report)],
    ['quotascope_observed', '1 in every minute of which the usage history was seen.', observed(report)],
  ]
  const texts = metrics.flatMap(([name, help, series]) => [
    `# TYPE ${name} gauge\n# HELP ${name} ${help}\n`,
    ...[...series].map(([labels, samples]) =>
      linesOf(`${name}{account="${escaped(account)}"${labels}}`, samples),
    ),
  ])
  return `${texts.join('')}# EOF\n`
}

const LINES_AT_ONCE = 10_000

/** Put together in parts: years that were looked at have millions of minutes. */
function linesOf(series: string, samples: Iterable<readonly [number, number]>): string {
  const parts: string[] = []
  let lines: string[] = []
  for (const [at, value] of samples) {
    lines.push(`${series} ${value} ${at / 1000}\n`)
    if (lines.length < LINES_AT_ONCE) continue
    parts.push(lines.join(''))
    lines = []
  }
  return [...parts, ...lines].join('')
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const label = (name: string, value: string | null) => (value === null ? '' : `,${name}="${escaped(value)}"`)

/** Values by their moments, and these by labels. */
type Samples = Map<string, Map<number, number>>

/** Adds to what a series has at a moment. */
function add(series: Samples, labels: string, at: number, value: number): void {
  const samples = series.get(labels) ?? new Map<number, number>()
  samples.set(at, (samples.get(at) ?? 0) + value)
  series.set(labels, samples)
}

const inOrder = (series: Samples): Series =>
  new Map([...series].map(([labels, samples]) => [labels, [...samples].toSorted(([a], [b]) => a - b)]))

const minuteOf = (at: Instant): number => Math.floor(at / MINUTE) * MINUTE

function requests({ zone }: Report, { records }: Evidence): Series {
  const series: Samples = new Map()
  for (const { when, outcome } of records) {
    const { span, ambiguous } = listedTime(when, zone)
    if (span && !ambiguous) add(series, label('outcome', outcome), minuteOf(span.from), 1)
  }
  return inOrder(series)
}

function refusals(report: Report, { records }: Evidence): Series {
  const series: Samples = new Map()
  for (const record of records.filter(isRefused)) {
    const { span, ambiguous } = listedTime(record.when, report.zone)
    const status = record.status === null ? null : String(record.status)
    if (span && !ambiguous) add(series, label('status', status), minuteOf(span.from), 1)
  }
  return inOrder(series)
}

function meters(report: Report, evidence: Evidence): Series {
  const series: Samples = new Map()
  for (const { snapshot, time } of listReadings({ report, evidence })) {
    if (!time.span || isExample(snapshot)) continue
    for (const { window, pool, encoding, usedPercent } of snapshot.meters) {
      if (usedPercent === null) continue
      const labels = label('window', window) + label('pool', pool) + label('encoding', encoding)
      const samples = series.get(labels) ?? new Map<number, number>()
      series.set(labels, samples.set(time.span.from, usedPercent))
    }
  }
  return inOrder(series)
}

function blocked({ incidents, now }: Report): Series {
  const spans = new Map<string, Span[]>()
  for (const { block, parts } of incidents)
    for (const { span, leading } of parts) {
      if (!span || block.within) continue
      const labels = label('cause', leading)
      const alike = spans.get(labels)
      if (alike) alike.push(span)
      else spans.set(labels, [span])
    }
  return new Map([...spans].map(([labels, each]) => [labels, minutesOf(each, now)]))
}

const observed = ({ coverage, now }: Report): Series => new Map([['', minutesOf(coverage.observed, now)]])

/**
 * A 1 for each minute that begins within any of the spans, or in which one begins that is shorter; for none that is still to
 * come, and none of the centuries that a bundle may speak of.
 */
function* minutesOf(spans: readonly Span[], now: Instant): Generator<readonly [number, 1]> {
  let next = EARLIEST
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const [first, end] = [Math.max(minuteOf(from), next), Math.min(to, now)]
    if (to <= EARLIEST || first > now) continue
    for (let at = first; at === minuteOf(from) || at < end; at += MINUTE) {
      yield [at, 1]
      next = at + MINUTE
    }
  }
}
