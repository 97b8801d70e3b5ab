import type { FromWorker, Operations, ToWorker } from './protocol.ts'

/** The way to a worker and back, wherever it runs. Messages arrive in the order in which they were sent. */
export interface WorkerLink<Of extends Operations<keyof Of & string>> {
  readonly send: (message: ToWorker<Of>) => void
  /** `onBroken` is called when nothing will come back any more. */
  readonly listen: (onMessage: (message: FromWorker<Of>) => void, onBroken: (error: Error) => void) => void
  readonly close: () => void
}

/** The link to a worker thread: however much it has to do, the page stays free to draw. */
export const linkTo = <Of extends Operations<keyof Of & string>>(worker: Worker): WorkerLink<Of> => ({
  // A worker has no origin to aim at: the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  send: (message) => worker.postMessage(message),
  listen: (onMessage, onBroken) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<Of>>) => onMessage(data))
    worker.addEventListener('error', ({ message }) =>
      onBroken(new Error(message || 'a worker of the console could not be started')),
    )
    worker.addEventListener('messageerror', () => onBroken(new Error('a message could not be read')))
  },
  close: () => worker.terminate(),
})

/** The worker's end of the link. */
export function serve<Of extends Operations<keyof Of & string>>(
  start: (tell: (message: FromWorker<Of>) => void) => { readonly receive: (message: ToWorker<Of>) => void },
): void {
  const service = start((message) => {
    // A worker has no origin to aim at: the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    self.postMessage(message)
  })
  self.addEventListener('message', ({ data }: MessageEvent<ToWorker<Of>>) => service.receive(data))
}
