import { expect, it, vi } from 'vitest'
import { deliver, sendInTime, type Send } from '../../extension/content/deliver.ts'
import { MINUTE } from '../../shared/time/duration.ts'

const never = () => new Promise<never>(() => undefined)

it('asks anew after a minute in which nothing came back', async () => {
  const send = vi.fn<Send>().mockImplementationOnce(never).mockResolvedValue({ ok: true })
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
    // a minute is over only where nothing else comes
    if (ms === MINUTE) await new Promise((resolve) => setTimeout(resolve))
  }
  const reply = await deliver(sendInTime(send, wait), wait, { kind: 'overlay', language: 'en' })
  expect([reply, send.mock.calls.length, waits]).toEqual([{ ok: true }, 2, [MINUTE, 250, MINUTE]])
})
