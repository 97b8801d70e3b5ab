import type { Reply } from '../../messages/messages.ts'
import type { ReceivedMessage } from '../../messages/read-message.ts'
import { keepLook, lookOf } from '../looks.ts'
import type { Worker } from '../worker.ts'

type LookMessage = Extract<ReceivedMessage, { readonly kind: 'look' | 'keep_look' }>

/** Tells how the reader left the strip, or keeps it. */
export async function onLook({ local }: Worker, message: LookMessage): Promise<Reply> {
  if (message.kind === 'look') return { ok: true, look: await lookOf(local, message.viewport) }
  await keepLook(local, message.viewport, message.look)
  return { ok: true }
}
