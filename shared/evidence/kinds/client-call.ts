import type { Origin } from '../origin.ts'
import type { Outcome } from './usage-record.ts'
import type { When } from '../when.ts'

/**
 * One request as recorded in a client's own log. Not a row of the console; joined with rows on time only
 * (docs/kimi.md#logs-of-kimi-code).
 */
export interface ClientCall {
  readonly id: string
  /** When the call began, or, where only that is logged, when it ended (`ended`). */
  readonly when: When
  readonly timeIs: 'start' | 'end'
  readonly durationMs: number | null
  readonly outcome: Outcome
  readonly client: 'kimi-cli' | 'kimi-code'
  /** Session or agent label, masked; null when the log has none. */
  readonly agent: string | null
  /** True where the log shows that a subagent made the call; null when it does not say. */
  readonly subagent: boolean | null
  readonly model: string | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly origins: readonly Origin[]
}
