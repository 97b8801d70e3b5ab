import { Dexie } from 'dexie'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import type { UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { recentEvidence } from '../../shared/store/read-recent.ts'
import { dayOf } from '../../shared/time/day.ts'
import { instant } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import { ROWS_PER_DAY, START, syntheticRecords } from './synthetic-records.ts'

/** Runs in the browser: what the benches of the store time. All times in milliseconds. */

const ACCOUNT = 'me'
const store = openStore()
const CHUNK = 20_000

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

/** Time to put the rows; making them is not counted. */
async function timeChunks(rows: number, put: (records: UsageRecord[]) => Promise<unknown>): Promise<number> {
  let total = 0
  for (let from = 0; from < rows; from += CHUNK) {
    const records = syntheticRecords(from, Math.min(rows, from + CHUNK))
    total += (await timed(() => put(records))).ms
  }
  return total
}

export const writeSegments = (rows: number): Promise<number> =>
  timeChunks(rows, (records) => putEvidence(store, ACCOUNT, { ...NO_EVIDENCE, records }))

/** One object a row, with the indexes that the console's filters would need. */
class RowPerObject extends Dexie {
  readonly rows =
    this.version(1).stores({ rows: 'requestId, at, [client+at], [status+at], [kind+at]' }) &&
    this.table('rows')
}
const objects = new RowPerObject('objects')

const asObject = ({ requestId, when, userAgent, status, outcome, source }: UsageRecord) => ({
  requestId,
  at: when.kind === 'span' ? when.span.from : 0,
  client: source.name ?? 'Login Device',
  version: userAgent,
  status,
  kind: outcome,
})

export const writeObjects = (rows: number): Promise<number> =>
  timeChunks(rows, (records) => objects.rows.bulkPut(records.map(asObject)))

/** A bench that lost rows would be fast. */
function checked(ms: number, found: number, expected: number): number {
  if (found !== expected) throw new Error(`found ${found} of ${expected} rows`)
  return ms
}

/** Time to add a page of 100 rows, of which `fresh` are new, to the day after `rows` rows. */
export async function putPage(rows: number, fresh: number): Promise<number> {
  const records = syntheticRecords(rows - (100 - fresh), rows + fresh)
  const { ms, result } = await timed(() => putEvidence(store, ACCOUNT, { ...NO_EVIDENCE, records }))
  return checked(ms, result.records.added, fresh)
}

/** What a console reads first: how much there is, and the last day's rows. */
export async function readLastDay(rows: number): Promise<number> {
  const { ms, result } = await timed(async () => {
    const counts = await countsOf(store, ACCOUNT)
    const day = dayOf(instant((counts.to ?? START) - 1), UTC)
    const { records } = await recentEvidence(store, ACCOUNT, { from: day, readingsFrom: day })
    return { all: counts.items.records, recent: records.length }
  })
  checked(ms, result.all, rows)
  // the day before is read too, since its last rows may reach into the day
  return checked(ms, result.recent, 2 * ROWS_PER_DAY)
}

export async function readEverything(rows: number): Promise<number> {
  const { ms, result } = await timed(() => evidenceOf(store, ACCOUNT))
  return checked(ms, result.records.length, rows)
}

/** Bytes that all databases of this page take on the disk. */
export const bytesOnDisk = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0
