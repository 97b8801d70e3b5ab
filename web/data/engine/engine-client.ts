import type { FindingsState, Progress } from '../findings.ts'
import { RequestClient, type OpenRequest } from '../worker/request-client.ts'
import { linkTo, type WorkerLink } from '../worker/worker-link.ts'
import { AnswerFeed } from './answer-feed.ts'
import type { EngineOperations, Watched } from './operations.ts'

const LOADING: FindingsState = { state: 'loading', progress: null }

/** The engine as the pages see it, whatever thread it runs in: the state of the findings, and feeds of answers. */
export class EngineClient {
  private current: FindingsState = LOADING
  private watched: Watched | null = null
  private watching: OpenRequest | null = null
  /** The findings that are shown; null where none are. */
  private version: number | null = null
  /** Feeds that are asking: one that is left must not be held for ever. */
  private readonly feeds = new Set<AnswerFeed>()
  private readonly listeners = new Set<() => void>()
  private readonly client: RequestClient<EngineOperations>

  constructor(link: WorkerLink<EngineOperations>) {
    this.client = new RequestClient(link, (error) => this.fail(error))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly state = (): FindingsState => this.current

  watch(watched: Watched): void {
    const other = this.watched?.account !== watched.account
    this.watched = watched
    if (other) this.startOver()
    this.request(watched)
  }

  feed(): AnswerFeed {
    const feed: AnswerFeed = new AnswerFeed((ask, hear) => {
      this.feeds.add(feed)
      const open = this.client.request('ask', ask, {
        onAnswer: (answer) => {
          if (answer.version === this.version) hear(answer)
        },
        onFailure: () => {}, // the link is broken, which is a failure of the findings
      })
      const leave = () => {
        this.feeds.delete(feed)
        open.leave()
      }
      return { ...open, leave }
    })
    return feed
  }

  close(): void {
    this.client.close()
  }

  /** The new request goes first, so that the engine is never without one and lets go of nothing in between. */
  private request(ask: EngineOperations['watch']['ask']): void {
    const before = this.watching
    this.watching = this.client.request('watch', ask, {
      onAnswer: ({ version, findings }) => {
        this.version = version
        for (const feed of this.feeds) feed.becomeLoading()
        this.change({ state: 'ready', findings, progress: null })
      },
      onFailure: (error) => this.fail(error),
      onProgress: (progress) => this.showProgress(progress),
    })
    before?.leave()
  }

  private readonly again = (): void => {
    this.startOver()
    if (this.watched) this.request({ ...this.watched, retry: true })
  }

  /** What was found for another account is not shown under this one's name. */
  private startOver(): void {
    this.version = null
    for (const feed of this.feeds) feed.forget()
    this.change(LOADING)
  }

  /** Reading again what has changed is no news once everything is there. */
  private showProgress(progress: Progress): void {
    if (this.current.state === 'failed') return
    if (this.current.state === 'loading') this.change({ state: 'loading', progress })
    else if (this.current.findings.since !== null) this.change({ ...this.current, progress })
  }

  private fail(error: Error): void {
    this.version = null
    for (const feed of this.feeds) feed.forget()
    this.change({ state: 'failed', error, again: this.again })
  }

  private change(next: FindingsState): void {
    this.current = next
    for (const listener of this.listeners) listener()
  }
}

export const linkToEngine = (): WorkerLink<EngineOperations> =>
  linkTo(new Worker(new URL('engine-worker.ts', import.meta.url), { type: 'module', name: 'engine' }))
