import type { OwnCommand } from '../../messages/own-command.ts'
import type { Reply } from '../../messages/messages.ts'
import { awaitReset } from '../news/await-reset.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

/** Notes the reset that the user wants to be told of, in place of any before. */
export async function onAwaitReset(
  worker: Worker,
  { reset }: Extract<OwnCommand, { readonly kind: 'await_reset' }>,
): Promise<Reply> {
  await awaitReset(worker, reset)
  return { ok: true, status: await statusOf(worker) }
}
