import type { CaptureSource, RawCapture } from '../../shared/evidence/capture.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubBody } from '../../shared/parse/scrub.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { pendingRaw, putRaw, settleRaw, type PendingRaw } from '../../shared/store/raw-queue.ts'
import type { Store } from '../../shared/store/store.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'

/** A capture as the content script hands it over. */
export interface HandedCapture {
  readonly id: string
  readonly at: Instant
  readonly source: CaptureSource
  readonly input: string
  readonly body: string
}

/**
 * Keeps a capture: scrubbed, written down, and only then read. When this resolves, it is safe whatever happens to the
 * worker: one that dies half-way finds the capture in `readPending` at its next start.
 */
export async function keepCapture(store: Store, account: string, handed: HandedCapture): Promise<void> {
  const { id, at, source, input, body } = handed
  const raw: RawCapture = { at, via: 'page', input, source, body: scrubBody(body, source).body }
  await putRaw(store, account, id, raw)
  await readCapture(store, { account, id, raw })
}

/** Reads what an earlier life of the worker wrote down and did not get to. */
export async function readPending(store: Store): Promise<void> {
  for (const pending of await pendingRaw(store)) await readCapture(store, pending)
}

async function readCapture(store: Store, { account, id, raw }: PendingRaw): Promise<void> {
  const { evidence } = parseInput(raw, { zone: UNKNOWN_ZONE })
  await putEvidence(store, account, evidence)
  await settleRaw(store, id)
}
