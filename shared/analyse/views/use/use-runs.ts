import type { RequestSource, UsageRecord } from '../../../evidence/kinds/usage-record.ts'
import { DAY_OF_HOURS, SECOND } from '../../../time/duration.ts'
import { span, type Span } from '../../../time/span.ts'
import { firstIndex } from '../../first-index.ts'
import { firstAtOrAfter, type PlacedRecord } from '../../clocks/placed-records.ts'
import type { Rules } from '../../rules.ts'
import { FROM_START, type Since } from '../../since.ts'
import { clientName, type ClientName } from './client-name.ts'

/** Who made a request, as far as a row tells: a signed-in device (any of them), or the key of that name. */
export type UseSource = Pick<RequestSource, 'kind' | 'name'>

/**
 * Use by one client in one version behind one source, without a longer pause than `rules.use.pause`. A row that says
 * "Login Device" is a call by a device that was signed in; that somebody signed in then, nothing shows.
 */
export interface UseRun {
  readonly source: UseSource
  readonly client: ClientName
  readonly span: Span
  readonly requests: number
  readonly failures: number
  /** Its first and its last row. */
  readonly refs: readonly string[]
}

/** A run while its rows are still being read. */
interface OpenRun {
  readonly first: UsageRecord
  readonly from: number
  last: UsageRecord
  to: number
  requests: number
  failures: number
}

/**
 * Runs of use among rows sorted by time, in the order of their begin. None goes on past midnight (UTC), so that new rows
 * change no run of an earlier day:
 *
 *     KimiCLI/1.16.0   ├──┤   ├─────────┊──┤        ┊ midnight
 *     KimiCLI/1.17.0                    ┊    ├───┤
 *     key "ci"           ├──────┤       ┊
 */
export function findUseRuns(
  records: readonly PlacedRecord[],
  { use }: Rules,
  { known, changed }: Since<UseRun> = FROM_START,
): readonly UseRun[] {
  if (changed === Number.POSITIVE_INFINITY) return known
  const day = startOfNextDay(changed) - DAY_OF_HOURS
  const runs: OpenRun[] = []
  const open = new Map<string | null, OpenRun[]>()
  let run: OpenRun | undefined
  let midnight = Number.NEGATIVE_INFINITY
  for (let index = firstAtOrAfter(records, day); index < records.length; index++) {
    const placed = records[index]
    if (!placed) break
    const { at, record } = placed
    if (at >= midnight) {
      open.clear()
      run = undefined
      midnight = startOfNextDay(at)
    }
    // most rows are of the same client as the one before: no key is made for them
    if (!run || !isSameUse(run.first, record))
      run = open.get(record.userAgent)?.findLast((each) => isSameUse(each.first, record))
    if (!run || at - run.to > use.pause) {
      run = { first: record, from: at, last: record, to: at, requests: 0, failures: 0 }
      const ofClient = open.get(record.userAgent)
      if (ofClient) ofClient.push(run)
      else open.set(record.userAgent, [run])
      runs.push(run)
    }
    run.last = record
    run.to = at
    run.requests += 1
    if (record.outcome === 'failure') run.failures += 1
  }
  const kept = firstIndex(known, ({ span: { from } }) => from >= day)
  return known.slice(0, kept).concat(runs.map(closeRun))
}

const startOfNextDay = (at: number): number => (Math.floor(at / DAY_OF_HOURS) + 1) * DAY_OF_HOURS

const isSameUse = (a: UsageRecord, b: UsageRecord): boolean =>
  a.userAgent === b.userAgent && a.source.kind === b.source.kind && a.source.name === b.source.name

const closeRun = ({ first, from, last, to, requests, failures }: OpenRun): UseRun => ({
  source: { kind: first.source.kind, name: first.source.name },
  client: clientName(first.userAgent),
  span: span(from, to + SECOND),
  requests,
  failures,
  refs: first === last ? [first.id] : [first.id, last.id],
})
