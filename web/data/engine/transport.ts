import type { Instruction, Notice } from './messages.ts'

/** The way to the engine and back, wherever it runs. Messages arrive in the order in which they were sent. */
export interface Transport {
  readonly send: (instruction: Instruction) => void
  /** `onBroken` is told when nothing will come back any more. */
  readonly listen: (onNotice: (notice: Notice) => void, onBroken: (error: Error) => void) => void
  readonly close: () => void
}

/** The engine in a worker of its own: however much there is to read and to judge, the page stays free to draw. */
export function workerTransport(): Transport {
  const worker = new Worker(new URL('engine-worker.ts', import.meta.url), { type: 'module', name: 'engine' })
  return {
    // A worker has no origin to aim at: the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (instruction) => worker.postMessage(instruction),
    listen: (onNotice, onBroken) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Notice>) => onNotice(data))
      worker.addEventListener('error', ({ message }) =>
        onBroken(new Error(message || 'the worker that reads the evidence could not be started')),
      )
      worker.addEventListener('messageerror', () => onBroken(new Error('a message could not be read')))
    },
    close: () => worker.terminate(),
  }
}
