import type { Outcome } from '../../../evidence/kinds/usage-record.ts'
import { MINUTE } from '../../../time/duration.ts'
import { span } from '../../../time/span.ts'
import type { ParseContext, Parsed } from '../../parser.ts'
import type { z } from '../../zod.ts'
import { agentOfFile, type AgentOfFile } from '../agent-label.ts'
import { FailedTries } from '../failed-tries.ts'
import { LogEvidence, type LoggedCall } from '../log-evidence.ts'
import type { LogTime } from '../log-time.ts'
import { isOtherService, keptModel } from '../model-name.ts'
import { readNodeError, type ProviderError } from '../provider-error.ts'
import { readAttempt } from '../read-attempt.ts'
import { NO_TOKENS, tokenCount } from './token-count.ts'
import type {
  llmRequestSchema,
  stepInterruptedSchema,
  stepRetryingSchema,
  turnEndedSchema,
  usageRecordSchema,
} from './wire-code.schema.ts'

type Request = z.output<typeof llmRequestSchema> & { readonly foreign: boolean }

interface Pending {
  readonly request: Request
  readonly time: LogTime
  readonly line: number
  readonly attempt: number
  /** When its step ended in an error, where the log says that. */
  failedAt: LogTime | null
}

/** Why a turn failed, as its last step says it; its end says it again, and in full. */
interface Interruption {
  readonly message: string
  readonly agentId: string | null
  readonly time: LogTime
  readonly line: number
}

// Ten tries with up to 32 s of waiting between them, and calls that may hang (docs/kimi.md#clients).
const REACH = 30 * MINUTE

/**
 * Pairs the requests of one agent's wire.jsonl with what became of them. Requests of a turn follow one another; beside
 * them another request (making the context shorter) may be under way.
 *
 *     llm.request 0.1 ──▶ llm.request 0.1 attempt 2/10 ──▶ usage.record turn      the first failed, the second was answered
 *     llm.request 0.2 ──▶ turn.ended failed                                       failed, and it says why
 *     llm.request 1.1 ──▶ turn.step.retrying ──▶ llm.request 1.2                   the first was refused, and that says why
 *     llm.request 2.1 ──▶ turn.prompt                                             failed or given up: no usage was recorded
 */
export class WireCodeCalls {
  readonly found: LogEvidence
  private turn: Pending | null = null
  private other: Pending | null = null
  private readonly tries = new FailedTries(REACH)
  private file: AgentOfFile
  private born: number | null = null
  private tools = false
  private duration: number | null = null
  /** A try of this turn that failed, and of which no record says why. */
  private unsaid: Pending | null = null
  private interruption: Interruption | null = null
  /** Whose the last request was: a record without a request before it goes with the log that it stands in. */
  private foreign = false

  constructor(context: ParseContext) {
    this.found = new LogEvidence(context, 'wire_log', 'kimi-code', 'wire')
    this.file = agentOfFile(context.input)
  }

  /** Several agents may begin a request in the same millisecond; when a log was begun tells its agent from others. */
  nameFile(createdAt: unknown): void {
    this.born = typeof createdAt === 'number' ? createdAt : null
  }

  begin(request: Request, time: LogTime, line: number): void {
    const attempt = readAttempt(request.attempt)?.number ?? 1
    const next = { request, time, line, attempt, failedAt: null }
    this.sayInterruption()
    this.foreign = request.foreign
    if (isOfTurn(request)) {
      if (this.turn) this.closeBefore(this.turn, next)
      this.turn = next
    } else {
      if (this.other) this.addCall(this.other, 'failure')
      this.other = next
    }
    this.tools = false
    this.duration = null
  }

  private closeBefore(before: Pending, next: Pending): void {
    this.addCall(before, 'failure')
    if (before.failedAt) this.unsaid = before
    const step = before.request.turnStep ?? ''
    if (step !== next.request.turnStep || next.attempt !== before.attempt + 1) return
    // It failed at some moment between its own beginning and that of the next try.
    const { time, line, attempt: number } = before
    const when = { kind: 'span', span: span(time.at, Math.max(next.time.at, time.at + 1)) } as const
    this.tries.add(step, { number, at: next.time.at, when, time: time.key, line })
  }

  /** The step of the request that is under way ended in an error. */
  stepFailed(time: LogTime): void {
    if (this.turn) this.turn.failedAt = time
  }

  /** A try was refused, and the client will make another one. */
  retried(retry: z.output<typeof stepRetryingSchema>, time: LogTime, line: number): void {
    const pending = this.turn
    if (pending) {
      pending.failedAt ??= time
      this.turnOver('failure')
    }
    this.addRefusal(
      readNodeError(retry.errorMessage ?? '', retry.statusCode),
      retry.agentId,
      { time, line },
      1,
    )
  }

  /** The last try of a turn failed. Why, is kept until the turn ends and says it itself. */
  interrupted(
    { message, agentId }: z.output<typeof stepInterruptedSchema>,
    time: LogTime,
    line: number,
  ): void {
    const said = PROVIDER_ERROR.exec(message ?? '')?.[1]
    const at = this.turn?.failedAt ?? time
    this.interruption = said === undefined ? null : { message: said, agentId, time: at, line }
  }

  /** The turn was cut off before its end could be written. */
  private sayInterruption(): void {
    const { interruption } = this
    this.interruption = null
    if (!interruption) return
    const { message, agentId, time, line } = interruption
    this.turnOver('failure')
    this.addRefusal(readNodeError(message, null), agentId, { time, line }, null)
  }

  private addRefusal(
    said: ProviderError,
    agentId: string | null,
    { time, line }: Pick<Interruption, 'time' | 'line'>,
    attempts: number | null,
  ): void {
    // Without a status it never reached the service: a broken line, a time-out.
    if (this.foreign || said === 'cut off' || said.status === null) return
    const agent = agentId ?? this.file.id
    this.found.addError(said, { line, when: time.when, time: time.key, agent }, attempts)
  }

  /** Tools run after the answer; where usage is recorded after them, it is too late to say how long the answer took. */
  toolRan(): void {
    this.tools = true
  }

  took(ms: number): void {
    this.duration = ms
  }

  /**
   * Usage counts only where its scope is the turn (docs/kimi.md#logs-of-kimi-code). That of the session may be a sum;
   * all it tells is that a request beside the turn was answered.
   */
  answered(usage: z.output<typeof usageRecordSchema>, time: LogTime, line: number): void {
    const ofTurn = usage.usageScope !== 'session'
    const pending = ofTurn ? this.turn : this.other
    if (ofTurn) this.turn = null
    else this.other = null
    if (pending?.request.foreign ?? isOtherService(null, usage.model)) return
    if (!pending && !ofTurn) return
    const tokens = usage.usageScope === 'turn' ? tokenCount(usage.usage) : NO_TOKENS
    const gap = pending && !this.tools ? time.at - pending.time.at : null
    const durationMs = pending && ofTurn ? (this.duration ?? gap) : gap
    const answer = { model: usage.model, agentId: usage.agentId, durationMs, ...tokens }
    if (ofTurn) this.unsaid = null
    if (pending) {
      this.tries.forget(pending.request.turnStep ?? '')
      this.addCall(pending, 'success', answer)
    } else this.addEnd(time, line, answer)
  }

  /** The turn is over without usage. */
  turnOver(outcome: Outcome): void {
    if (this.turn) this.addCall(this.turn, outcome)
    this.turn = null
    this.sayInterruption()
  }

  /** The turn has failed, and says why; what was refused by the service has a status. */
  failed({ error, agentId }: z.output<typeof turnEndedSchema>, time: LogTime, line: number): void {
    const { turn, unsaid } = this
    this.interruption = null
    this.unsaid = null
    this.turnOver('failure')
    if (!error || this.foreign) return
    const said = readNodeError(error.message ?? '', error.details?.statusCode ?? null)
    if (said === 'cut off' || said.status === null || error.code?.startsWith('provider.') === false) return
    const agent = agentId ?? this.file.id
    const before = this.tries.take(turn?.request.turnStep ?? '', time.at)
    for (const failed of before) this.found.addError(said, { ...failed, agent }, 1)
    // With a key that is refused the client asks for another one and tries again, and writes down the second refusal only.
    if (unsaid?.failedAt && said.status === 401)
      this.addRefusal(said, agent, { time: unsaid.failedAt, line: unsaid.line }, 1)
    const attempts = turn?.failedAt ? 1 : turn ? turn.attempt - before.length : null
    this.addRefusal(said, agent, { time: turn?.failedAt ?? time, line }, attempts)
  }

  /** A request without usage has failed or was given up; with nothing after it, it may still have been under way. */
  end(lastLine: number): Parsed {
    for (const pending of [this.turn, this.other])
      if (pending) this.addCall(pending, pending.line === lastLine ? 'unknown' : 'failure')
    this.turn = null
    this.other = null
    this.sayInterruption()
    return this.found.parsed()
  }

  private addCall(pending: Pending, outcome: Outcome, answer: Partial<Answer> = {}): void {
    const { request, time, line, attempt, failedAt } = pending
    if (request.foreign) return
    const model = [answer.model ?? null, request.modelAlias, request.model].map(keptModel)
    this.found.addCall({
      ...this.from(answer.agentId ?? request.agentId),
      line,
      when: time.when,
      time: time.key,
      key: [this.born, request.turnStep, attempt, request.kind],
      timeIs: 'start',
      outcome,
      durationMs: answer.durationMs ?? (failedAt ? failedAt.at - time.at : null),
      inputTokens: answer.inputTokens ?? null,
      outputTokens: answer.outputTokens ?? null,
      model: model.find((name) => name !== null) ?? null,
    })
  }

  /** A log of before requests were recorded, or one that begins in the middle: only the end is known. */
  private addEnd(time: LogTime, line: number, answer: Answer): void {
    this.found.addCall({
      ...this.from(answer.agentId),
      line,
      when: time.when,
      time: time.key,
      key: [this.born, 'usage'],
      timeIs: 'end',
      outcome: 'success',
      durationMs: null,
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      model: keptModel(answer.model),
    })
  }

  /** The agent that a record names, or else the one whose log this is. */
  private from(agent: string | null): Pick<LoggedCall, 'agent' | 'subagent'> {
    if (agent === null) return { agent: this.file.id, subagent: this.file.subagent }
    return { agent, subagent: agent !== 'main' }
  }
}

interface Answer {
  readonly model: string | null
  readonly agentId: string | null
  readonly durationMs: number | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** `[provider.auth_error] 403 …`, as a step gives its reason. */
const PROVIDER_ERROR = /^\[provider\.\w{1,40}\] (.*)$/s

/** A request of the turn has a step; what the client asks beside it has none, or says that it is something else. */
const isOfTurn = ({ kind, turnStep }: Request) =>
  kind !== 'compaction' && (turnStep !== null || kind === 'loop')
