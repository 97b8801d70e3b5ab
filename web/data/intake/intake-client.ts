import type { StreamProgress } from '../../../shared/parse/stream-input.ts'
import { errorOf } from '../engine/failure-data.ts'
import type { FromIntake, JobKind, JobRequest, Jobs, ToIntake } from './jobs.ts'

export interface IntakeTransport {
  readonly send: (message: ToIntake) => void
  readonly listen: (onMessage: (message: FromIntake) => void, onBroken: (error: Error) => void) => void
  readonly close: () => void
}

export interface JobOptions {
  /** Ends the job; it then rejects, and what it had read is not held. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: StreamProgress) => void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress: (progress: StreamProgress) => void
}

/** The worker that reads and writes for the page, as promises. It is started by the first job. */
export class IntakeClient {
  private transport: IntakeTransport | null = null
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1

  constructor(private readonly start: () => IntakeTransport) {}

  do<Kind extends JobKind>(
    kind: Kind,
    ask: Jobs[Kind]['ask'],
    { signal, onProgress = () => {} }: JobOptions = {},
  ): Promise<Jobs[Kind]['gives']> {
    const id = this.nextId
    this.nextId += 1
    const transport = this.started()
    signal?.addEventListener('abort', () => transport.send({ kind: 'cancel', id }))
    return new Promise((resolve, reject) => {
      // What comes back for a job is what that kind of job gives.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const settle = resolve as (value: unknown) => void
      this.waiting.set(id, { resolve: settle, reject, onProgress })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      transport.send({ kind, id, ask } as unknown as JobRequest)
    })
  }

  close(): void {
    this.transport?.close()
    this.transport = null
  }

  private started(): IntakeTransport {
    if (this.transport) return this.transport
    const transport = this.start()
    this.transport = transport
    transport.listen(
      (message) => this.receive(message),
      (error) => this.breakDown(error),
    )
    return transport
  }

  private receive(message: FromIntake): void {
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if (message.kind === 'progress') return waiting.onProgress(message.progress)
    this.waiting.delete(message.id)
    if (message.kind === 'done') waiting.resolve(message.value)
    else waiting.reject(errorOf(message.failure))
  }

  private breakDown(error: Error): void {
    this.transport = null
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

export function intakeTransport(): IntakeTransport {
  const worker = new Worker(new URL('intake-worker.ts', import.meta.url), { type: 'module', name: 'intake' })
  return {
    // A worker has no origin to aim at: the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onBroken) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromIntake>) => onMessage(data))
      worker.addEventListener('error', ({ message }) =>
        onBroken(new Error(message || 'the worker that reads what is brought in could not be started')),
      )
    },
    close: () => worker.terminate(),
  }
}
