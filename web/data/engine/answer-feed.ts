import { errorOf } from './failure-data.ts'
import type { Instruction, Notice } from './messages.ts'

/**
 * How far an answer has come. While a new one is on its way (new evidence, another ask) the last one stays to be drawn:
 * `value` of a loading answer is null only where there never was one.
 */
export type Answer<Value> =
  | { readonly state: 'loading'; readonly value: Value | null }
  | { readonly state: 'failed'; readonly error: Error; readonly value: null }
  | { readonly state: 'ready'; readonly value: Value }

const NOTHING_YET: Answer<never> = { state: 'loading', value: null }

type AnswerNotice = Extract<Notice, { kind: 'answer' | 'unanswered' }>

/** The answers to what one part of a page asks, one question after another. */
export class AnswerFeed {
  private current: Answer<unknown> = NOTHING_YET
  private serial = 0
  private asking: string | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly asker: number,
    private readonly send: (instruction: Instruction) => void,
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
    this.serial += 1
    this.asking = nameOf(question, text)
    this.becomeLoading()
    const ask: unknown = JSON.parse(text)
    this.send({ kind: 'ask', asker: this.asker, serial: this.serial, question, ask })
  }

  leave(): void {
    this.asking = null
    this.send({ kind: 'leave', asker: this.asker })
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

  receive(notice: AnswerNotice): void {
    if (this.asking === null || notice.serial !== this.serial) return
    if (notice.kind === 'answer') this.change({ state: 'ready', value: notice.value })
    else this.change({ state: 'failed', error: errorOf(notice.failure), value: null })
  }

  private change(next: Answer<unknown>): void {
    this.current = next
    for (const listener of this.listeners) listener()
  }
}

const nameOf = (question: string, text: string) => `${question} ${text}`
