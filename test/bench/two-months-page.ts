import { signIn } from '../../extension/worker/accounts/sign-in.ts'
import { signInsIn } from '../../extension/worker/accounts/sign-ins.ts'
import { latestAccount } from '../../extension/worker/accounts/latest-account.ts'
import { keepPageCapture } from '../../extension/worker/keep-page-capture.ts'
import { latestSummary } from '../../extension/worker/latest-summary.ts'
import { tidyUp } from '../../extension/worker/tidy-up.ts'
import type { Worker } from '../../extension/worker/worker.ts'
import type { CaptureSource } from '../../shared/evidence/kinds/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { countsOf } from '../../shared/store/read-counts.ts'
import { rawSizeOf } from '../../shared/store/raw/raw-size.ts'
import { MINUTE, SECOND } from '../../shared/time/duration.ts'
import { instant, later, writeInstant } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import { fakeArea } from '../extension/fake-area.ts'
import { TAB } from '../extension/fake-tab.ts'

/** Runs in the browser: a console that is loaded once a minute, as the recorder does it, through the intake of the worker. */

const START = instant(Date.UTC(2026, 0, 1))
const MINUTES_A_DAY = 1_440
/** New rows of each page: 5,760 a day, a heavy one (docs/decisions/0009-day-segments.md). */
const NEW_ROWS = 4
const ROWS = 100
/** The worker tidies up every six hours. */
const TIDY_UP = 360

let minute = 0
const now = () => later(START, minute * MINUTE)
const session = fakeArea()
const worker: Worker = {
  ownId: 'bench',
  ownPages: 'bench',
  store: openStore(),
  local: fakeArea(),
  session,
  signIns: signInsIn(session),
  clock: { now, zone: () => UTC },
}

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')

/** The newest rows first, as the service gives them; a bout of refusals every second day, as long as five hours. */
function history(): string {
  const newest = (minute + 1) * NEW_ROWS - 1
  const requests = Array.from({ length: Math.min(ROWS, newest + 1) }, (_, index) => {
    const n = newest - index
    const refused = n % (NEW_ROWS * MINUTES_A_DAY * 2) < NEW_ROWS * 300
    return {
      requestId: `${hex(n, 8)}-85dc-4958-9152-${hex(n * 7_919, 12)}`,
      requestTime: writeInstant(later(START, n * (MINUTE / NEW_ROWS) - 30 * SECOND)),
      callType: 'Model Inference',
      httpStatusCode: refused ? 429 : 200,
      success: !refused,
      userAgent: n % 7 === 0 ? 'RooCode/3.30.1' : 'KimiCLI/1.16.0',
      model: 'kimi-for-coding',
    }
  })
  return JSON.stringify({ requests })
}

function meters(): string {
  const at = now()
  const resetOf = (length: number) =>
    writeInstant(instant((Math.floor((at - START) / length) + 1) * length + START))
  const [short, week] = [300 * MINUTE, 7 * MINUTES_A_DAY * MINUTE]
  const used = (length: number) => String(Math.floor((((at - START) % length) / length) * 100))
  const detail = (length: number) => ({ limit: '100', used: used(length), resetTime: resetOf(length) })
  return JSON.stringify({
    usages: [
      {
        scope: 'FEATURE_CODING',
        detail: detail(week),
        limits: [{ window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' }, detail: detail(short) }],
      },
    ],
  })
}

async function handOver(method: 'GetUsages' | 'ListUnifiedRequests', body: string): Promise<void> {
  const sender = { tab: TAB, documentId: `document ${minute}`, url: 'https://www.kimi.com/code/console' }
  const at = now()
  const handed = { id: `${method} ${minute}`, at, keptSince: at, via: 'page', source: method, body } as const
  await keepPageCapture(worker, sender, handed)
}

/** What is kept, after so many pages. */
export interface Kept {
  readonly pages: number
  readonly rows: number
  /** Of all day segments. */
  readonly evidenceBytes: number
  readonly rawBytes: number
}

async function kept(): Promise<Kept> {
  const account = await latestAccount(worker.local)
  const { items, bytes } = await countsOf(worker.store, account ?? '')
  const { bytes: rawBytes } = await rawSizeOf(worker.store)
  return { pages: minute, rows: items.records, evidenceBytes: bytes, rawBytes }
}

/** So many pages, each from the sign-in to its rows, as the worker keeps them. */
export async function replayPages(pages: number): Promise<Kept> {
  for (let page = 0; page < pages; page += 1) {
    await signIn(worker, { tab: TAB.id ?? 0, document: `document ${minute}` }, 'somebody')
    await handOver('GetUsages', meters())
    await handOver('ListUnifiedRequests', history())
    minute += 1
    if (minute % TIDY_UP === 0) await tidyUp(worker)
  }
  return kept()
}

const read = (source: CaptureSource, body: string): Evidence =>
  parseInput(
    { at: now(), via: 'page', input: 'https://www.kimi.com/code/console', source, body },
    { zone: 'unknown' },
  ).evidence

/**
 * So many days as the pages of `replayPages` leave them, read by the same readers and put as a whole: each reading, and each
 * page of history that has nothing but new rows.
 */
export async function fillDays(days: number): Promise<Kept> {
  const account = await latestAccount(worker.local)
  for (let day = 0; day < days; day += 1) {
    let evidence = NO_EVIDENCE
    for (let page = 0; page < MINUTES_A_DAY; page += 1) {
      evidence = joined(evidence, read('GetUsages', meters()))
      if ((page + 1) % (ROWS / NEW_ROWS) === 0 || page === MINUTES_A_DAY - 1)
        evidence = joined(evidence, read('ListUnifiedRequests', history()))
      minute += 1
    }
    await putEvidence(worker.store, account ?? '', evidence)
  }
  return kept()
}

const joined = (one: Evidence, other: Evidence): Evidence => ({
  ...one,
  records: one.records.concat(other.records),
  snapshots: one.snapshots.concat(other.snapshots),
  captures: one.captures.concat(other.captures),
})

/** What strip, badge and notifications are made of. */
export async function summarise(): Promise<number> {
  const { report } = await latestSummary(worker, await latestAccount(worker.local))
  return report.incidents.length
}
