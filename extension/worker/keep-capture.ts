import type { CaptureSource, CaptureVia, RawCapture } from '../../shared/evidence/capture.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubBody } from '../../shared/parse/scrub.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { pendingRaw, putRaw, settleRaw, type PendingRaw } from '../../shared/store/raw-queue.ts'
import type { Store } from '../../shared/store/store.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE, type KnownZone } from '../../shared/time/zone.ts'

/** A capture as it is handed over. */
export interface HandedCapture {
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

/**
 * Keeps a capture: scrubbed, written down, and only then read; gives what it says. When this resolves, it is safe whatever
 * happens to the worker: one that dies half-way finds the capture in `readPending` at its next start.
 */
export async function keepCapture(store: Store, account: string, handed: HandedCapture): Promise<Evidence> {
  const { id, at, via, source, input, body, zone, keptSince } = handed
  const scrubbed = { at, via, input, source, body: scrubBody(body, source).body }
  const raw: RawCapture = zone === undefined ? scrubbed : { ...scrubbed, zone }
  await putRaw(store, account, id, raw, keptSince ?? at)
  return readCapture(store, { account, id, raw })
}

/**
 * Reads what an earlier life of the worker wrote down and did not get to. One that cannot be read or kept stays where it
 * is and holds up no other; throws what was in its way, once all have been tried.
 */
export async function readPending(store: Store): Promise<void> {
  const failures: unknown[] = []
  for (const pending of await pendingRaw(store)) {
    await readCapture(store, pending).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function readCapture(store: Store, { account, id, raw }: PendingRaw): Promise<Evidence> {
  const { evidence } = parseInput(raw, { zone: UNKNOWN_ZONE })
  await putEvidence(store, account, evidence)
  await settleRaw(store, id)
  return evidence
}
