import { errorOf } from './failure-data.ts'
import type { FromWorker, Operations, Request } from './protocol.ts'
import type { WorkerLink } from './worker-link.ts'

/** What the page does with what comes back for one request. */
export interface Handlers<Gives, Progress> {
  readonly onAnswer: (value: Gives) => void
  readonly onFailure: (error: Error) => void
  readonly onProgress?: (progress: Progress) => void
}

/** A request that has been sent. */
export interface OpenRequest {
  /** Asks the worker to stop; what it says to that is still handled. */
  readonly cancel: () => void
  /** Cancels, and handles nothing more of it. */
  readonly leave: () => void
  /** Handles nothing more of a request that the worker has done with. */
  readonly forget: () => void
}

/** The page's end of a link: numbers requests, and hands what comes back to whoever asked. */
export class RequestClient<Of extends Operations<keyof Of & string>> {
  private readonly open = new Map<number, Handlers<unknown, unknown>>()
  private nextId = 1

  constructor(
    private readonly link: WorkerLink<Of>,
    /** Told once, before the handlers of all open requests, when nothing will come back any more. */
    onBroken: (error: Error) => void,
  ) {
    link.listen(
      (message) => this.receive(message),
      (error) => {
        onBroken(error)
        const left = [...this.open.values()]
        this.open.clear()
        for (const { onFailure } of left) onFailure(error)
      },
    )
  }

  request<Name extends keyof Of & string>(
    operation: Name,
    ask: Of[Name]['ask'],
    handlers: Handlers<Of[Name]['gives'], Of[Name]['progress']>,
  ): OpenRequest {
    const id = this.nextId
    this.nextId += 1
    this.open.set(id, handlers)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that `ask` is of `operation` the compiler cannot follow
    this.link.send({ kind: 'request', id, operation, ask } as unknown as Request<Of>)
    const cancel = () => this.link.send({ kind: 'cancel', id })
    return {
      cancel,
      leave: () => {
        if (this.open.delete(id)) cancel()
      },
      forget: () => void this.open.delete(id),
    }
  }

  close(): void {
    this.link.close()
  }

  private receive(message: FromWorker<Of>): void {
    const handlers = this.open.get(message.id)
    if (!handlers) return
    switch (message.kind) {
      case 'answer':
        return handlers.onAnswer(message.value)
      case 'progress':
        return handlers.onProgress?.(message.progress)
      case 'failed':
        return handlers.onFailure(errorOf(message.failure))
    }
  }
}
