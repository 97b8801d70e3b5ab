import { analyse } from '../../shared/analyse/analyse.ts'
import type { Analysis } from '../../shared/analyse/analysis.ts'
import { overviewOf, type Overview } from '../../shared/analyse/views/overview.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { z } from '../../shared/parse/zod.ts'
import { countsOf, daysOf, type DayCount } from '../../shared/store/read-counts.ts'
import { recentEvidence } from '../../shared/store/read-recent.ts'
import { RECENT_DAYS, recentReach } from '../../shared/store/recent-days.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { addDays, dayOf, readDay, type Day } from '../../shared/time/day.ts'
import { UTC, type KnownZone } from '../../shared/time/zone.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { storedValue } from './stored-value.ts'
import type { Worker } from './worker.ts'

/** What strip, badge and notifications are made of: the analysis of what is recent, and how much there is in all. */
export interface LatestSummary extends Analysis {
  readonly overview: Overview
  /** Rows of the account, old ones included. */
  readonly records: number
}

/** How far back to look when there was no block in the recent days: a month is the longest window that may have been the reason. */
const MORE_DAYS = 36

const noBlockSchema: z.ZodType<
  Readonly<Record<string, { readonly before: string; readonly records: number }>>
> = z.record(z.string(), z.object({ before: z.string(), records: z.number() }))

/**
 * A summary of the account, at a cost that does not grow with its history. It matches what an analysis of everything would
 * give: the strip shows the last day, the newest readings and the last block, and nothing older than a block's longest
 * window affects its verdict. If there has been no block for a long time, everything is read, once a day.
 */
export async function latestSummary(worker: Worker, account: string | null): Promise<LatestSummary> {
  const { store, clock } = worker
  const [now, zone] = [clock.now(), clock.zone()]
  if (account === null) return lookAt(NO_EVIDENCE, now, zone, 0)
  const days = await daysOf(store, account)
  const { records } = (await countsOf(store, account)).items
  const { from: before } = recentReach(days, now)
  for (const reach of [RECENT_DAYS, MORE_DAYS]) {
    const recent = recentReach(days, now, reach)
    const { from } = recent
    if (!days.some(({ day }) => day !== '' && day < from)) break // there is nothing older: read it all
    const glance = lookAt(await recentEvidence(store, account, recent), now, zone, records)
    if (showsBlock(glance, addDays(from, 1)) || (await hasNoOlderBlock(worker, account, before, days)))
      return glance
  }
  const whole = lookAt(await evidenceOf(store, account), now, zone, records)
  if (!showsBlock(whole, null)) await noteCalm(worker, account, before, days)
  return whole
}

function lookAt(evidence: Evidence, now: Instant, zone: KnownZone, records: number): LatestSummary {
  const analysis = analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  return { ...analysis, overview: overviewOf(analysis), records }
}

/** Whether the last block lies wholly in what was read. */
function showsBlock({ overview: { lastBlock } }: LatestSummary, from: Day | null): boolean {
  const span = lastBlock?.block.span
  return span ? from === null || dayOf(span.from, UTC) >= from : lastBlock !== null
}

const calmIn = (worker: Worker) => storedValue(worker.session, 'calm', noBlockSchema, {})

const rowsBefore = (days: readonly DayCount[], before: Day): number =>
  days.reduce((sum, { day, records }) => sum + (day < before ? records : 0), 0)

/** Whether all that is older has been looked through, and nothing was added to it. */
async function hasNoOlderBlock(
  worker: Worker,
  account: string,
  before: Day,
  days: readonly DayCount[],
): Promise<boolean> {
  const known = (await calmIn(worker).read())[account]
  return known !== undefined && readDay(known.before) === before && known.records === rowsBefore(days, before)
}

async function noteCalm(
  worker: Worker,
  account: string,
  before: Day,
  days: readonly DayCount[],
): Promise<void> {
  const noted = { before, records: rowsBefore(days, before) }
  await calmIn(worker).change((known) => ({ ...known, [account]: noted }))
}
