import type { Reply } from '../../messages/messages.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

export const onStatus = async (worker: Worker): Promise<Reply> => ({
  ok: true,
  status: await statusOf(worker),
})
