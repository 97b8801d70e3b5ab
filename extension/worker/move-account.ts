import { eraseAccount } from '../../shared/store/erase.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import type { Store } from '../../shared/store/store.ts'

/** Gives the evidence of one account to another. Putting is idempotent, so a worker that dies in between loses nothing. */
export async function moveAccount(store: Store, from: string, to: string): Promise<void> {
  await putEvidence(store, to, await evidenceOf(store, from))
  await eraseAccount(store, from)
}
