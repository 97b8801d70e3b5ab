import { errorOf } from '../worker/failure-data.ts'
import type { OpenRequest } from '../worker/request-client.ts'
import type { EngineOperations, VersionedAnswer } from './operations.ts'

/**
 * How far an answer has come. While a new one is on its way (new evidence, another ask) the last one stays to be drawn:
 * `value` of a loading answer is null only where there never was one.
 */
export type Answer<Value> =
  | { readonly state: 'loading'; readonly value: Value | null }
  | { readonly state: 'failed'; readonly error: Error; readonly value: null }
  | { readonly state: 'ready'; readonly value: Value }

const NOTHING_YET: Answer<never> = { state: 'loading', value: null }

/** The answers to what one part of a page asks, one question after another. */
export class AnswerFeed {
  private current: Answer<unknown> = NOTHING_YET
  private asking: string | null = null
  private open: OpenRequest | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    /** Sends a request for answers, which `hear` is given while they are about what is shown. */
    private readonly send: (
      ask: EngineOperations['ask']['ask'],
      hear: (answer: VersionedAnswer) => void,
    ) => OpenRequest,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly answer = (): Answer<unknown> => this.current

  /** True where the answer is to this very ask, or will be. */
  isAbout(question: string, text: string): boolean {
    return this.asking === nameOf(question, text)
  }

  /** Asks in place of what was asked before. `text` is the ask as JSON. */
  ask(question: string, text: string): void {
    this.open?.leave()
    this.asking = nameOf(question, text)
    this.becomeLoading()
    const ask: unknown = JSON.parse(text)
    this.open = this.send({ question, ask }, (answer) => this.receive(answer))
  }

  leave(): void {
    this.open?.leave()
    this.open = null
    this.asking = null
  }

  /** New findings: the answer is not up to date until the next one comes. */
  becomeLoading(): void {
    const { state, value } = this.current
    if (state !== 'loading') this.change({ state: 'loading', value })
  }

  /** Nothing that was answered is about what is shown now. */
  forget(): void {
    if (this.current !== NOTHING_YET) this.change(NOTHING_YET)
  }

  private receive(answer: VersionedAnswer): void {
    if ('failure' in answer) this.change({ state: 'failed', error: errorOf(answer.failure), value: null })
    else this.change({ state: 'ready', value: answer.value })
  }

  private change(next: Answer<unknown>): void {
    this.current = next
    for (const listener of this.listeners) listener()
  }
}

const nameOf = (question: string, text: string) => `${question} ${text}`
