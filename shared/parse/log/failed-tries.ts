import type { When } from '../../evidence/when.ts'

/** A try of a step that failed, and of which its own line does not say why. */
export interface FailedTry {
  /** Which try of its step it was, from 1. */
  readonly number: number
  /** Milliseconds on the log's own clock. */
  readonly at: number
  readonly when: When
  /** The time as it goes into an id. */
  readonly time: string
  readonly line: number
}

/**
 * Tries that wait for the reason of their step. The clients repeat a refused request at once and log the reason with the
 * last try only (kimi-cli before 1.31, kimi-code's first engine; docs/kimi.md#clients, #logs): when that comes, each
 * try before it was refused at its own moment, for the same reason.
 */
export class FailedTries {
  private readonly byStep = new Map<string, FailedTry[]>()

  /** `reach`: a step's tries are not further apart than this many milliseconds. */
  constructor(private readonly reach: number) {}

  add(step: string, failed: FailedTry): void {
    const waiting = (this.byStep.get(step) ?? []).filter(({ at }) => failed.at - at <= this.reach)
    this.byStep.set(step, [...waiting, failed])
  }

  /**
   * The tries of a step that has failed for good: the last one that waits and those before it, down to the first. Where
   * two agents write under one name, each failure takes one run of numbers.
   */
  take(step: string, at: number): readonly FailedTry[] {
    const waiting = this.byStep.get(step) ?? []
    const last = waiting.at(-1)
    if (!last || at - last.at > this.reach) return []
    const taken: FailedTry[] = []
    let expected = last.number
    for (const failed of waiting.toReversed()) {
      if (failed.number !== expected) continue
      taken.unshift(failed)
      expected -= 1
    }
    this.byStep.set(
      step,
      waiting.filter((failed) => !taken.includes(failed)),
    )
    return taken
  }

  forget(step: string): void {
    this.byStep.delete(step)
  }
}
