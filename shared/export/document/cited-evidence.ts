import type { Concluded } from '../../analyse/analysis.ts'
import type { Incident } from '../../analyse/report.ts'
import { listErrors, type ListedError } from '../../analyse/views/error-list.ts'
import { listReadings, type ListedReading } from '../../analyse/views/reading-list.ts'
import { placeWhen } from '../../evidence/local-time.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import type { When } from '../../evidence/when.ts'
import type { Zone } from '../../time/zone.ts'

/** Rows shown on either side of each edge of a block, so that one sees where work stopped and went on. */
const NEIGHBOURS = 8

/** The evidence that a document shows, with the number under which facts cite it: E1, Q2, R9. */
export interface CitedEvidence {
  readonly errors: readonly ListedError[]
  readonly readings: readonly ListedReading[]
  /** Oldest first. */
  readonly rows: readonly UsageRecord[]
  readonly numberOf: (id: string) => string | null
}

/** All error texts and all readings, cited or not, and the history around the blocks. */
export function citedEvidence(analysis: Concluded): CitedEvidence {
  const { report, evidence } = analysis
  const cited = new Set(report.incidents.flatMap(refsOf))
  for (const { refs } of [...report.findings, ...report.claims.flatMap(({ facts }) => facts)]) {
    for (const ref of refs) cited.add(ref)
  }
  const clock = (when: When) => clockOf(placeWhen(when, report.zone))
  const sorted = (items: readonly UsageRecord[]) =>
    items.toSorted((a, b) => clock(a.when) - clock(b.when) || (a.id < b.id ? -1 : 1))
  const errors = listErrors(analysis)
  const readings = listReadings(analysis)
  const around = rowsAround(report.incidents, sorted(evidence.records), report.zone)
  const rows = sorted(evidence.records.filter(({ id }) => cited.has(id) || around.has(id)))
  const numbers = new Map([
    ...numbered(
      'E',
      errors.map(({ error }) => error),
    ),
    ...numbered(
      'Q',
      readings.map(({ snapshot }) => snapshot),
    ),
    ...numbered('R', rows),
  ])
  return { errors, readings, rows, numberOf: (id) => numbers.get(id) ?? null }
}

const numbered = (letter: string, items: readonly { readonly id: string }[]): [string, string][] =>
  items.map(({ id }, index) => [id, `${letter}${index + 1}`])

const refsOf = ({ block, verdicts }: Incident): readonly string[] => [
  ...block.refs,
  ...verdicts.flatMap(({ facts }) => facts.flatMap(({ refs }) => refs)),
]

/** UTC where it is known, else the wall clock; only rows of one kind are compared with a block of that kind. */
function clockOf(when: When): number {
  if (when.kind === 'span') return when.span.from
  return when.kind === 'local' ? when.local.wall : -Infinity
}

/** Ids of the rows next to the edges of the blocks; `rows` are sorted by time. */
function rowsAround(
  incidents: readonly Incident[],
  rows: readonly UsageRecord[],
  zone: Zone,
): ReadonlySet<string> {
  const around = new Set<string>()
  for (const { block } of incidents) {
    const kind = block.span ? 'span' : 'local'
    const edges = block.span ?? block.local
    if (!edges) continue
    const comparable = rows
      .map((row) => ({ row, when: placeWhen(row.when, zone) }))
      .filter(({ when }) => when.kind === kind)
      .map(({ row, when }) => ({ id: row.id, at: clockOf(when) }))
    const before = comparable.filter(({ at }) => at <= edges.from).slice(-NEIGHBOURS)
    const inside = comparable.filter(({ at }) => at > edges.from && at < edges.to)
    const after = comparable.filter(({ at }) => at >= edges.to).slice(0, NEIGHBOURS)
    const shown = [...before, ...inside.slice(0, NEIGHBOURS), ...inside.slice(-NEIGHBOURS), ...after]
    for (const { id } of shown) around.add(id)
  }
  return around
}
