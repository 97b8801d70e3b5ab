import type { FindingsState } from '../findings.ts'
import { AnswerFeed } from './answer-feed.ts'
import { errorOf } from './failure-data.ts'
import type { Notice, Watched } from './messages.ts'
import type { Transport } from './transport.ts'

const LOADING: FindingsState = { state: 'loading', progress: null }

/** The engine as the pages see it, whatever thread it runs in: the state of the findings, and feeds of answers. */
export class EngineClient {
  private current: FindingsState = LOADING
  private watched: Watched | null = null
  /** The findings that are shown; null where none are. */
  private version: number | null = null
  private readonly feeds = new Map<number, AnswerFeed>()
  private nextAsker = 1
  private readonly listeners = new Set<() => void>()

  constructor(private readonly transport: Transport) {
    transport.listen(
      (notice) => this.receive(notice),
      (error) => this.fail(error),
    )
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
    this.transport.send({ kind: 'watch', watched })
  }

  feed(): AnswerFeed {
    const asker = this.nextAsker
    this.nextAsker += 1
    const feed = new AnswerFeed(asker, (instruction) => {
      // A feed is heard while it asks: one that is left must not be held for ever.
      if (instruction.kind === 'leave') this.feeds.delete(asker)
      else this.feeds.set(asker, feed)
      this.transport.send(instruction)
    })
    return feed
  }

  close(): void {
    this.transport.close()
  }

  private readonly again = (): void => {
    this.startOver()
    this.transport.send({ kind: 'again' })
  }

  /** What was found for another account is not shown under this one's name. */
  private startOver(): void {
    this.version = null
    for (const feed of this.feeds.values()) feed.forget()
    this.change(LOADING)
  }

  private receive(notice: Notice): void {
    switch (notice.kind) {
      case 'reading':
        this.hearProgress(notice)
        return
      case 'findings':
        if (notice.findings.account !== this.watched?.account) return
        this.version = notice.version
        for (const feed of this.feeds.values()) feed.becomeLoading()
        this.change({ state: 'ready', findings: notice.findings, progress: null })
        return
      case 'failed':
        this.fail(errorOf(notice.failure))
        return
      case 'answer':
      case 'unanswered':
        if (notice.version === this.version) this.feeds.get(notice.asker)?.receive(notice)
    }
  }

  /** Reading again what has changed is no news once everything is there. */
  private hearProgress({ account, progress }: Extract<Notice, { kind: 'reading' }>): void {
    if (account !== this.watched?.account || this.current.state === 'failed') return
    if (this.current.state === 'loading') this.change({ state: 'loading', progress })
    else if (this.current.findings.since !== null) this.change({ ...this.current, progress })
  }

  private fail(error: Error): void {
    this.version = null
    for (const feed of this.feeds.values()) feed.forget()
    this.change({ state: 'failed', error, again: this.again })
  }

  private change(next: FindingsState): void {
    this.current = next
    for (const listener of this.listeners) listener()
  }
}
