import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import { instant, writeInstant } from '../../shared/time/instant.ts'
import { meter, snapshot } from '../analyse/build.ts'
import { inBouts, START, syntheticRecords } from './synthetic-records.ts'

/** Runs in the browser: fills the console's own database, so that the console itself is measured. */

/** The account that the console shows until somebody settles another. */
const ACCOUNT = 'unassigned'
const CHUNK = 20_000
const READING = 30 * MINUTE

export async function fill(rows: number, days: number): Promise<void> {
  const store = openStore()
  for (let from = 0; from < rows; from += CHUNK) {
    const records = syntheticRecords(from, Math.min(rows, from + CHUNK)).map((record, n) =>
      inBouts(record, from + n),
    )
    await putEvidence(store, ACCOUNT, { ...NO_EVIDENCE, records })
  }
  const snapshots = Array.from({ length: Math.floor((days * 24 * HOUR) / READING) }, (_, index) =>
    readingAt(START + index * READING),
  )
  await putEvidence(store, ACCOUNT, { ...NO_EVIDENCE, snapshots })
  store.close()
}

/** A 5-hour and a weekly meter that fill up and fall back at their resets. */
function readingAt(at: number) {
  const meterOf = (window: '5h' | '7d', length: number) => {
    const since = (at - START) % length
    const reset = writeInstant(instant(at - since + length))
    return meter(window, Math.round((since / length) * 90), reset)
  }
  return snapshot(writeInstant(instant(at)), [meterOf('5h', 5 * HOUR), meterOf('7d', 168 * HOUR)], {
    cap: 30,
  })
}
