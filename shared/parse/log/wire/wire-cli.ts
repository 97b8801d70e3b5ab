import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import { camelKeys } from '../../json/camel-keys.ts'
import { fieldOf } from '../../json/json-object.ts'
import type { ParseContext, Parsed } from '../../parser.ts'
import type { LineGlance } from '../../stream/native-bytes.ts'
import type { z } from '../../zod.ts'
import { agentOfFile, type AgentOfFile } from '../agent-label.ts'
import type { LineFormat, LineReader } from '../line-format.ts'
import { LogEvidence, type LoggedCall } from '../log-evidence.ts'
import { timeOfSeconds, type LogTime } from '../log-time.ts'
import { NO_TOKENS, tokenCount } from './token-count.ts'
import {
  cliRecordSchema,
  isPlainStepBegin,
  plainStatusUpdate,
  statusUpdateSchema,
  stepBeginSchema,
  stepRetrySchema,
  subagentEventSchema,
} from './wire-cli.schema.ts'
import { headOfWireLine, mayPassOver, readWireLine } from './wire-line.ts'

/** Types that tell nothing about requests; most of a log is of them, and all its prompts and code. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    'TurnBegin TurnEnd SteerInput ContentPart ToolCall ToolCallPart ToolResult ToolCallRequest ApprovalRequest ' +
    'ApprovalResponse ApprovalRequestResolved QuestionRequest QuestionResponse HookTriggered HookResolved HookRequest ' +
    'CompactionBegin MCPLoadingBegin MCPLoadingEnd Notification PlanDisplay BtwBegin BtwEnd'
  ).split(' '),
)
const TYPE = /^\{"timestamp": ?[\d.]+, ?"message": ?\{"type": ?"(\w{1,40})"/
/** Errors that never reached the service: they say nothing about a limit. */
const OWN_FAULT = /connection|timeout|emptyresponse/i
const NESTED = 4

/** A step that has begun and not been answered. */
interface Step {
  readonly start: LogTime
  readonly line: number
  /** The tries are used up: an interruption now is a failure, not somebody's will. */
  readonly lastTry: boolean
}

interface Event {
  readonly type: string
  readonly payload?: unknown
  readonly time: LogTime
  readonly line: number
}

/**
 * Reads kimi-cli's wire.jsonl (docs/kimi.md#logs-of-kimi-cli): times, types and counters. Texts are never looked at.
 */
class WireCliReader implements LineReader {
  private readonly evidence: LogEvidence
  private readonly steps = new Map<string, Step>()
  private readonly file: AgentOfFile

  constructor(context: ParseContext) {
    this.evidence = new LogEvidence(context, 'wire_log', 'kimi-cli', 'wire')
    this.file = agentOfFile(context.input)
  }

  get found(): number {
    return this.evidence.count
  }

  passOver(line: LineGlance): boolean {
    const type = TYPE.exec(line.head)?.[1]
    return type !== undefined && PASSED_OVER.has(type) && line.endsWith('}')
  }

  push(line: string, lineNumber: number): void {
    const type = TYPE.exec(line)?.[1]
    if ((type !== undefined && PASSED_OVER.has(type) && mayPassOver(line)) || line.trim() === '') return
    const read = readWireLine(line)
    if (read.problem !== null) return this.evidence.refuse(lineNumber, read.problem, headOfWireLine(line))
    const record = recordOf(read.value)
    if (!record) {
      if (fieldOf(read.value, 'type') !== 'metadata')
        this.evidence.refuse(lineNumber, sentenceFor('lineNoRecord'), headOfWireLine(line))
      return
    }
    const time = timeOfSeconds(record.timestamp)
    if (time === null)
      return this.evidence.refuse(lineNumber, sentenceFor('recordTime'), headOfWireLine(line))
    const { type: kind, payload } = record.message
    this.read({ type: kind, payload, time, line: lineNumber }, '', 0)
  }

  end(): Parsed {
    for (const [agent, step] of this.steps) this.addCall(agent, step, { outcome: 'unknown' })
    this.steps.clear()
    return this.evidence.parsed()
  }

  /** `agent`: the subagent that it happened in; empty for the one whose log this is. */
  private read(event: Event, agent: string, depth: number): void {
    if (PASSED_OVER.has(event.type)) return
    switch (event.type) {
      case 'StepBegin':
        return this.begin(event, agent)
      case 'CompactionEnd':
        return this.compacted(event, agent)
      case 'StepRetry':
        return this.retry(event, agent)
      case 'StatusUpdate':
        return this.answered(event, agent)
      case 'StepInterrupted':
        return this.interrupted(agent)
      case 'SubagentEvent':
        return this.readSubagent(event, depth)
      default:
        this.evidence.countUnknownName(/^\w{1,40}$/.test(event.type) ? event.type : 'a type without a name')
    }
  }

  private readSubagent(event: Event, depth: number): void {
    const inner = this.payload(subagentEventSchema, event)
    if (!inner || depth >= NESTED) return
    const agent = inner.agentId ?? inner.parentToolCallId ?? inner.taskToolCallId ?? 'subagent'
    this.read({ ...event, ...inner.event }, agent, depth + 1)
  }

  private begin(event: Event, agent: string): void {
    const before = this.steps.get(agent)
    if (before) this.addCall(agent, before, { outcome: 'unknown' })
    if (!isPlainStepBegin(event.payload)) this.payload(stepBeginSchema, event)
    this.steps.set(agent, { start: event.time, line: event.line, lastTry: false })
  }

  /** The context may be made shorter after a step has begun; its own request begins when that is done. */
  private compacted({ time, line }: Event, agent: string): void {
    const step = this.steps.get(agent)
    if (step) this.steps.set(agent, { ...step, start: time, line })
  }

  private retry(event: Event, agent: string): void {
    const retry = this.payload(stepRetrySchema, event)
    if (!retry) return
    const { time, line } = event
    const step = this.steps.get(agent)
    this.addCall(agent, step ?? null, { outcome: 'failure', end: time, line })
    const wait = Math.max(0, retry.waitS ?? 0) * 1000
    const start = timeOfSeconds((time.at + wait) / 1000) ?? time
    const { nextAttempt, maxAttempts, statusCode: status, errorType } = retry
    this.steps.set(agent, { start, line, lastTry: nextAttempt !== null && nextAttempt === maxAttempts })
    if (status === null || OWN_FAULT.test(errorType ?? '')) return
    const name =
      errorType !== null && /^[A-Z]\w{1,40}(?:Error|Exception)$/.test(errorType) ? ` (${errorType})` : ''
    const content = { message: `Error code: ${status}${name}`, type: null, status }
    this.evidence.addError(content, { line, when: time.when, time: time.key, agent: this.nameOf(agent) }, 1)
  }

  private answered(event: Event, agent: string): void {
    const update = plainStatusUpdate(event.payload) ?? this.payload(statusUpdateSchema, event)
    // Updates also come when a mode or the context has changed; only an answer has an id or counts.
    if (!update || (!update.tokenUsage && update.messageId === null)) return
    const { time, line } = event
    const { messageId } = update
    const tokens = tokenCount(update.tokenUsage)
    this.addCall(agent, this.steps.get(agent) ?? null, {
      outcome: 'success',
      end: time,
      line,
      messageId,
      tokens,
    })
    this.steps.delete(agent)
  }

  private interrupted(agent: string): void {
    const step = this.steps.get(agent)
    if (!step) return
    this.addCall(agent, step, { outcome: step.lastTry ? 'failure' : 'unknown' })
    this.steps.delete(agent)
  }

  private addCall(agent: string, step: Step | null, result: Result): void {
    const { end = null, messageId = null } = result
    const time = step?.start ?? end
    if (time === null) return
    const tokens = result.tokens ?? NO_TOKENS
    this.evidence.addCall({
      line: step?.line ?? result.line ?? 0,
      when: time.when,
      time: time.key,
      key: [this.nameOf(agent), result.outcome],
      // The logs of a subagent and of its main agent share it.
      answer: messageId,
      timeIs: step ? 'start' : 'end',
      durationMs: step && end ? Math.max(0, end.at - step.start.at) : null,
      outcome: result.outcome,
      agent: this.nameOf(agent),
      subagent: agent === '' ? this.file.subagent : true,
      model: null,
      inputTokens: tokens.inputTokens,
      outputTokens: tokens.outputTokens,
    })
  }

  private nameOf = (agent: string): string | null => (agent === '' ? this.file.id : agent)

  private payload<Schema extends z.ZodType>(schema: Schema, event: Event): z.output<Schema> | null {
    const read = schema.safeParse(camelKeys(event.payload, 3))
    if (!read.success) {
      this.evidence.refuse(event.line, sentenceFor('recordForm', { type: event.type }), '')
      return null
    }
    this.evidence.countUnknown(schema, event.payload, event.type)
    return read.data
  }
}

type CliRecord = z.output<typeof cliRecordSchema>

function recordOf(value: unknown): CliRecord | null {
  const { data } = cliRecordSchema.safeParse(value)
  return data ?? null
}

interface Result {
  readonly outcome: LoggedCall['outcome']
  readonly end?: LogTime
  readonly line?: number
  readonly messageId?: string | null
  readonly tokens?: typeof NO_TOKENS
}

/** kimi-cli's log of what happened in a session (docs/kimi.md#logs-of-kimi-cli): epoch seconds. */
export const WIRE_CLI: LineFormat = {
  source: 'wire_log',
  recognise: (line) => (beginsRecord(line) ? 'records of wire.jsonl (kimi-cli)' : null),
  continues: (line) => line.trim() === '' || /^\{"timestamp": ?\d/.test(line),
  reader: (context) => new WireCliReader(context),
}

/** The first line, with its names in any order; that of kimi-code also says when it was begun. */
const METADATA = /^\{(?=.*"type": ?"metadata")(?=.*"protocol_version": ?"[\d.]+")[^{}]{0,80}\}\s*$/

/** Looks at the beginning only, unless the names stand in another order than the client writes them. */
function beginsRecord(line: string): boolean {
  if (line.charCodeAt(0) !== OPEN) return false
  if (TYPE.test(line)) return true
  if (line.length < 120 && METADATA.test(line)) return !line.includes('"created_at"')
  if (line.startsWith('{"type"') || !line.includes('"timestamp"') || !line.includes('"message"')) return false
  const record = cliRecordSchema.safeParse(readWireLine(line).value)
  return (
    record.success && typeof record.data.timestamp === 'number' && /^[A-Z]\w*$/.test(record.data.message.type)
  )
}

const OPEN = 0x7b
