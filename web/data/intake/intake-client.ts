import type { StreamProgress } from '../../../shared/parse/stream-input.ts'
import { RequestClient } from '../worker/request-client.ts'
import { linkTo, type WorkerLink } from '../worker/worker-link.ts'
import type { JobKind, Jobs } from './jobs.ts'

export interface JobOptions {
  /** Ends the job; it then rejects, and what it had read is not held. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: StreamProgress) => void
}

/** The worker that reads and writes for the page, as promises. It is started by the first job. */
export class IntakeClient {
  private client: RequestClient<Jobs> | null = null

  constructor(private readonly start: () => WorkerLink<Jobs>) {}

  do<Kind extends JobKind>(
    kind: Kind,
    ask: Jobs[Kind]['ask'],
    { signal, onProgress }: JobOptions = {},
  ): Promise<Jobs[Kind]['gives']> {
    this.client ??= new RequestClient(this.start(), () => {
      this.client = null
    })
    const { client } = this
    return new Promise((resolve, reject) => {
      const request = client.request(kind, ask, {
        onAnswer: (value) => {
          request.forget()
          resolve(value)
        },
        onFailure: (error) => {
          request.forget()
          reject(error)
        },
        ...(onProgress && { onProgress }),
      })
      signal?.addEventListener('abort', request.cancel)
    })
  }

  close(): void {
    this.client?.close()
    this.client = null
  }
}

export const linkToIntake = (): WorkerLink<Jobs> =>
  linkTo(new Worker(new URL('intake-worker.ts', import.meta.url), { type: 'module', name: 'intake' }))
