import type { Reply } from '../../messages/messages.ts'
import { allowReduction, reduceKept } from '../reduce-kept.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

/** Begins the reduction; how far it is, the status says. What fails or is cut short now goes on with the next alarm. */
export async function onReduceKept(worker: Worker): Promise<Reply> {
  await allowReduction(worker)
  void reduceKept(worker).catch(() => undefined)
  return { ok: true, status: await statusOf(worker) }
}
