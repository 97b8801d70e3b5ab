import type { Evidence } from '../../shared/evidence/evidence.ts'
import { followSignIn } from './accounts/sign-in.ts'
import { noteWaiting } from './accounts/waiting-pages.ts'
import { recordingTrouble } from './health/keep-trouble.ts'
import { noteLastCapture } from './health/last-captures.ts'
import { keepCapture, type IncomingCapture } from './keep-capture.ts'
import { loadedPage, pageAddress, type Sender } from './sender.ts'
import type { Worker } from './worker.ts'

/** What a page handed over, and when; where it was read, its sender tells. */
export interface PageCapture extends Omit<IncomingCapture, 'input' | 'keptSince'> {
  readonly keptSince: NonNullable<IncomingCapture['keptSince']>
}

/** Keeps what a page handed over under whoever is signed in to it, and gives what it says. */
export async function keepPageCapture(
  worker: Worker,
  sender: Sender,
  handed: PageCapture,
): Promise<Evidence> {
  const page = loadedPage(sender)
  const signedIn = await worker.signIns.of(page, worker.clock.now())
  await noteWaiting(worker, signedIn)
  const evidence = await recordingTrouble(worker, () =>
    keepCapture(
      worker.store,
      signedIn.account,
      { ...handed, input: pageAddress(sender) },
      worker.clock.now(),
    ),
  )
  await followSignIn(worker, page, signedIn.account, evidence.records)
  await noteLastCapture(worker.local, handed.source, handed.keptSince, evidence)
  return evidence
}
