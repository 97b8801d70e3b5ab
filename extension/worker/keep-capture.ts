import type { CaptureSource, CaptureVia, RawCapture } from '../../shared/evidence/kinds/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubOrDescribe } from '../../shared/parse/scrub/scrub.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import {
  beginRead,
  failRead,
  forgetTries,
  pendingRaw,
  putRaw,
  settleRaw,
  type PendingRaw,
} from '../../shared/store/raw/raw-queue.ts'
import { StoreError } from '../../shared/store/database/store-error.ts'
import type { Store } from '../../shared/store/database/store.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE, type KnownZone } from '../../shared/time/zone.ts'

/** A capture as it is handed over. */
export interface IncomingCapture {
  readonly id: string
  /** When what it says was so; null for rows of which nobody knows what came after them. */
  readonly at: Instant | null
  readonly via: CaptureVia
  readonly source: CaptureSource
  readonly input: string
  readonly body: string
  /** The zone in which its times are printed, where they have none. */
  readonly zone?: KnownZone
  /** When it was handed over, for the retention of one without a time. */
  readonly keptSince?: Instant
}

/** The account to which belongs what a capture says that is written down under a label, and what of it is kept. */
type Place = (
  label: string,
  evidence: Evidence,
) => Promise<{ readonly account: string; readonly evidence: Evidence }>
const asItIs: Place = (account, evidence) => Promise.resolve({ account, evidence })

/**
 * Keeps a capture: scrubbed, written down, and only then read; gives what it says, which is nothing where no reader can
 * make anything of it. When this resolves, it is safe whatever happens to the worker: one that dies half-way finds the
 * capture in `readPending` at its next start.
 */
export async function keepCapture(
  store: Store,
  account: string,
  handed: IncomingCapture,
  now: Instant,
  place: Place = asItIs,
): Promise<Evidence> {
  const { id, at, via, source, input, body, zone, keptSince } = handed
  const scrubbed = { at, via, input, source, body: scrubOrDescribe(body, source) }
  const raw: RawCapture = zone === undefined ? scrubbed : { ...scrubbed, zone }
  await putRaw(store, account, id, raw, keptSince ?? at)
  return readCapture(store, { account, id, raw }, now, place)
}

/**
 * Reads what an earlier life of the worker wrote down and did not get to. One that cannot be read or kept stays where it
 * is and holds up no other; throws what was in the way of the database, once all have been tried.
 */
export async function readPending(store: Store, now: Instant, place: Place = asItIs): Promise<void> {
  const failures: unknown[] = []
  for (const pending of await pendingRaw(store)) {
    await readCapture(store, pending, now, place, (error) => failures.push(error)).catch((error: unknown) =>
      failures.push(error),
    )
  }
  if (failures.length > 0) throw failures[0]
}

/**
 * Reads a capture that is written down. The try is noted before it begins. Reading is one piece of work that nothing in
 * the worker can interrupt, so its time limit is the browser's, which kills a worker that is busy for 5 minutes; the next
 * one reads what it died on last of all, and only so often (`mayTryAgain`).
 */
async function readCapture(
  store: Store,
  { account, id, raw }: PendingRaw,
  now: Instant,
  place: Place,
  onClosedDay: (error: StoreError) => void = () => {},
): Promise<Evidence> {
  if (!(await beginRead(store, id, now))) return NO_EVIDENCE
  const evidence = parsed(raw)
  if (evidence === null) {
    await failRead(store, id, now)
    return NO_EVIDENCE
  }
  // It could be read: who dies from here on does not die of it, however often.
  await forgetTries(store, id)
  try {
    const placed = await place(account, evidence)
    await putEvidence(store, placed.account, placed.evidence)
    await settleRaw(store, id, placed.account)
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'damaged') throw error
    // The day takes nothing in, and whoever handed this over cannot help it: the capture waits.
    onClosedDay(error)
    return NO_EVIDENCE
  }
  return evidence
}

/**
 * Reads a capture once more that was read before, under the account that it is kept for: later readers may see more in it.
 * What they make nothing of, or a damaged day does not take, stays as it was read.
 */
export async function readAgain(store: Store, { account, raw }: PendingRaw): Promise<void> {
  const evidence = parsed(raw)
  if (evidence === null) return
  try {
    await putEvidence(store, account, evidence)
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'damaged') throw error
  }
}

/** Null where a reader throws. */
function parsed(raw: RawCapture): Evidence | null {
  try {
    return parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
  } catch {
    return null
  }
}
