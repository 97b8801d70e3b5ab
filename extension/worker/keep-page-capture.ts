import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { followSignIn, ownerOf } from './accounts/sign-in.ts'
import { isSpent, spend, withinBudget } from './health/page-budget.ts'
import { recordingTrouble } from './health/keep-trouble.ts'
import { noteLastCapture } from './health/last-captures.ts'
import { keepCapture, type IncomingCapture } from './keep-capture.ts'
import { noteRefused } from './refused-count.ts'
import { loadedPage, pageAddress, type Sender } from './sender.ts'
import type { Worker } from './worker.ts'

/** What a page handed over, and when; where it was read, its sender tells. */
export interface PageCapture extends Omit<IncomingCapture, 'input' | 'keptSince'> {
  readonly keptSince: NonNullable<IncomingCapture['keptSince']>
}

/** Keeps what a page handed over under whoever is signed in to it, and gives what it says: nothing once its tab gave too much today. */
export async function keepPageCapture(
  worker: Worker,
  sender: Sender,
  handed: PageCapture,
): Promise<Evidence> {
  const page = loadedPage(sender)
  if (await isSpent(worker, page.tab)) {
    await noteRefused(worker.local, 1)
    return NO_EVIDENCE
  }
  const { label } = await worker.signIns.of(page, worker.clock.now())
  const evidence = await recordingTrouble(worker, () =>
    keepCapture(
      worker.store,
      label,
      { ...handed, input: pageAddress(sender) },
      worker.clock.now(),
      async (waiting, said) => ({
        account: await ownerOf(worker, waiting, said),
        evidence: await withinBudget(worker, page.tab, said),
      }),
    ),
  )
  await spend(worker, page.tab, { characters: handed.body.length, evidence })
  await followSignIn(worker, label)
  await noteLastCapture(worker.local, handed.source, handed.keptSince, evidence)
  return evidence
}
