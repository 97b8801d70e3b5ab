import { Dexie } from 'dexie'
import type { ErrorObservation } from '../../shared/evidence/kinds/error-observation.ts'
import { withErrorId } from '../../shared/evidence/errors/error-id.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { TABLES_1 } from '../../shared/store/database/schema.ts'
import { MINUTE } from '../../shared/time/duration.ts'
import { wallTime, writeWallTime } from '../../shared/time/wall.ts'
import { UTC } from '../../shared/time/zone.ts'

/* Runs in a page of the extension: writes its database as version 1 had it, and says what is in it. */

const ACCOUNT = 'me'
/** Dexie counts versions in tens. */
const VERSION_1 = 10

/** Errors of so many minutes of January, as version 1 classed them: all are read again on the way up. */
function errorsOf(count: number): readonly ErrorObservation[] {
  const body = Array.from({ length: count }, (_, minute) => {
    return `${writeWallTime(wallTime(Date.UTC(2026, 0, 1) + minute * MINUTE))} Error code: 429 - You've reached your usage limit for this billing cycle.`
  }).join('\n')
  const read = parseInput({ at: null, via: 'paste', input: 'paste', source: null, body }, { zone: UTC })
  return read.evidence.errors.map((error) => withErrorId({ ...error, errorClass: 'window_7d' }))
}

const versionKept = async () =>
  (await indexedDB.databases()).find(({ name }) => name === 'quotascope')?.version

/** Replaces the database by one of version 1 with so many errors in it. */
export async function writeOldDatabase(count: number): Promise<void> {
  const now = openStore(`now ${Math.random()}`)
  await putEvidence(now, ACCOUNT, { ...NO_EVIDENCE, errors: errorsOf(count) })
  do {
    await Dexie.delete('quotascope')
    const old = new Dexie('quotascope')
    old.version(1).stores(TABLES_1)
    for (const { name } of (await old.open()).tables)
      if (now.tables.some((table) => table.name === name))
        await old.table(name).bulkPut(await now.table(name).toArray())
    old.close()
    // a worker that is just beginning may have made a new one in between
  } while ((await versionKept()) !== VERSION_1)
  await now.delete()
}

/** Errors by what they are classed as; opening the database finishes its upgrade. */
export async function errorsKept(): Promise<Readonly<Record<string, number>>> {
  const store = openStore()
  const { errors } = await evidenceOf(store, ACCOUNT)
  store.close()
  const classes: Record<string, number> = {}
  for (const { errorClass } of errors) classes[errorClass] = (classes[errorClass] ?? 0) + 1
  return classes
}
