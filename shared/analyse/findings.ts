import type { Evidence } from '../evidence/evidence.ts'
import { placeWhen } from '../evidence/local-time.ts'
import type { When } from '../evidence/when.ts'
import type { Zone } from '../time/zone.ts'
import type { Account } from './account.ts'
import type { MeterReading } from './meter-index.ts'
import type { Finding, Incident } from './report.ts'
import { GRID_WINDOWS } from './rules.ts'
import type { Suspicion } from './suspected-blocks.ts'

/** Everything worth knowing that is not a verdict, in a fixed order. */
export function findFindings(
  evidence: Evidence,
  account: Account,
  incidents: readonly Incident[],
  undecided: Suspicion['undecided'],
  zone: Zone,
): readonly Finding[] {
  return [
    ...encodingsThatDisagree(evidence),
    ...textsAgainstMeters(incidents),
    ...mixedAccounts(account),
    ...resetsOffGrid(account),
    ...metersThatFell(account),
    ...undatedErrors(evidence, undecided),
    ...doubtfulLocalTimes(evidence, zone),
    ...readingsNotPlaced(account),
  ]
}

function encodingsThatDisagree({ snapshots }: Evidence): readonly Finding[] {
  return snapshots.flatMap(({ id, meters }) =>
    meters.flatMap((a, index) =>
      meters.slice(index + 1).flatMap((b): Finding[] => {
        if (a.window !== b.window || a.pool !== b.pool || a.encoding === b.encoding) return []
        if (a.usedPercent === null || b.usedPercent === null) return []
        if (Math.abs(a.usedPercent - b.usedPercent) <= a.resolution + b.resolution) return []
        const values = {
          window: { unit: 'window', value: a.window },
          a: { unit: 'percent', value: a.usedPercent },
          b: { unit: 'percent', value: b.usedPercent },
        } as const
        return [{ kind: 'sources_disagree', values, refs: [id] }]
      }),
    ),
  )
}

function textsAgainstMeters(incidents: readonly Incident[]): readonly Finding[] {
  return incidents.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ cause, facts }): Finding[] => {
      const direct = facts.filter((fact) => fact.bearing === 'for' && fact.direct)
      const strong = facts.filter((fact) => fact.bearing === 'against' && fact.strong)
      if (direct.length === 0 || strong.length === 0) return []
      const refs = [...direct, ...strong].flatMap((fact) => fact.refs)
      return [
        {
          kind: 'text_and_meter_disagree',
          values: { cause: { unit: 'text', value: cause } },
          refs: [...new Set(refs)],
        },
      ]
    }),
  )
}

function mixedAccounts({ grids, foreign }: Account): readonly Finding[] {
  if (grids.length < 2) return []
  const values = { grids: { unit: 'count', value: grids.length } } as const
  return [{ kind: 'mixed_accounts', values, refs: foreign.map(({ snapshot }) => snapshot.id) }]
}

const resetsOffGrid = ({ grid }: Account): readonly Finding[] =>
  (grid?.offGrid ?? []).map(({ at, snapshot }) => ({
    kind: 'reset_off_grid',
    values: { window: { unit: 'window', value: '5h' }, at: { unit: 'instant', value: at } },
    refs: [snapshot],
  }))

function metersThatFell({ meters }: Account): readonly Finding[] {
  const groups = GRID_WINDOWS.flatMap((window) => meters[window])
  return groups.flatMap(({ readings }) => {
    const last = new Map<string, MeterReading>()
    return readings.flatMap((next): Finding[] => {
      const key = `${next.meter.encoding} ${next.meter.pool ?? ''}`
      const before = last.get(key)
      last.set(key, next)
      if (!before || before.used - before.meter.resolution <= next.used + next.meter.resolution) return []
      const values = {
        window: { unit: 'window', value: next.meter.window },
        from: { unit: 'percent', value: before.used },
        to: { unit: 'percent', value: next.used },
        at: { unit: 'instant', value: next.reading.span.from },
      } as const
      return [{ kind: 'meter_fell', values, refs: [before.reading.snapshot.id, next.reading.snapshot.id] }]
    })
  })
}

function undatedErrors({ errors }: Evidence, undecided: Suspicion['undecided']): readonly Finding[] {
  if (undecided.length === 0) return []
  const undated = errors.filter((error) => error.when.kind === 'undated' && error.readWith === null)
  const values = { silences: { unit: 'count', value: undecided.length } } as const
  return [{ kind: 'undated_error', values, refs: undated.map(({ id }) => id) }]
}

function doubtfulLocalTimes({ records, errors, calls }: Evidence, zone: Zone): readonly Finding[] {
  const findings: Finding[] = []
  for (const timed of [records, errors, calls])
    for (const { id, when } of timed) {
      const text = doubtfulText(placeWhen(when, zone))
      if (text !== null)
        findings.push({
          kind: 'doubtful_local_time',
          values: { text: { unit: 'text', value: text } },
          refs: [id],
        })
    }
  return findings
}

function doubtfulText(when: When): string | null {
  if (when.kind === 'span' && when.ambiguous) return when.local?.text ?? null
  return when.kind === 'local' && when.skipped ? when.local.text : null
}

function readingsNotPlaced({ unplaced }: Account): readonly Finding[] {
  if (unplaced.length === 0) return []
  const values = { count: { unit: 'count', value: unplaced.length } } as const
  return [{ kind: 'reading_not_placed', values, refs: unplaced.map(({ id }) => id) }]
}
