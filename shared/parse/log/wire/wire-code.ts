import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import { fieldOf } from '../../json/json-object.ts'
import type { ParseContext, Parsed } from '../../parser.ts'
import type { LineGlance } from '../../stream/native-bytes.ts'
import type { z } from '../../zod.ts'
import type { LineFormat, LineReader } from '../line-format.ts'
import { isOtherService } from '../model-name.ts'
import { WireCodeCalls } from './wire-code-calls.ts'
import {
  codeRecordSchema,
  llmRequestSchema,
  loopEventSchema,
  stepInterruptedSchema,
  stepRetryingSchema,
  turnEndedSchema,
  usageRecordSchema,
} from './wire-code.schema.ts'
import { timeOfMillis, type LogTime } from '../log-time.ts'
import { headOfWireLine, mayPassOver, readWireLine } from './wire-line.ts'
import { beginsWireRecord, continuesWire, typeOfGlance, typeOfRecord } from './wire-record.ts'

/** Types that are known to tell nothing about requests; most of a log is of them, and all its prompts and code. */
const PASSED_OVER =
  /^(?:context\.(?:append_message|clear|apply_compaction|undo)|llm\.tools_snapshot|config\.update|tools\.|mcp\.|permission\.|plan_mode\.|swarm_mode\.|goal\.|micro_compaction\.|full_compaction\.|forked$|turn\.steer$|agent\.(?:message|turn)\.|subagent\.|profile\.|runtime\.|plugin\.|prompt\.|token_counting\.|task\.)/
const TOOL_EVENT = eventOf('tool\\.(?:call|result)')
const OTHER_EVENT = eventOf('(?:content\\.part|step\\.begin)')

/** The beginning of an event of the loop, whose agent is named by the second engine. */
function eventOf(type: string): RegExp {
  const agent = String.raw`(?:"agentId": ?"[\w.-]{1,80}", ?)?`
  return new RegExp(
    String.raw`^\{"type": ?"context\.append_loop_event", ?${agent}"event": ?\{"type": ?"${type}"`,
  )
}

/** A record whose type and time have been read. */
interface WireRecord {
  readonly type: string
  readonly value: unknown
  readonly time: LogTime
  readonly line: number
}

/**
 * Reads kimi-code's wire.jsonl (docs/kimi.md#logs-of-kimi-code): times, types and counters. Texts are never looked at,
 * but those of errors.
 */
class WireCodeReader implements LineReader {
  private readonly calls: WireCodeCalls
  private lastLine = 0

  constructor(context: ParseContext) {
    this.calls = new WireCodeCalls(context)
  }

  get found(): number {
    return this.calls.found.count
  }

  push(line: string, lineNumber: number): void {
    if (line.trim() === '') return
    this.lastLine = lineNumber
    if (this.isPassedOver(line)) return
    const read = readWireLine(line)
    if (read.problem !== null) return this.calls.found.refuse(lineNumber, read.problem, headOfWireLine(line))
    const record = codeRecordSchema.safeParse(read.value)
    if (!record.success)
      return this.calls.found.refuse(lineNumber, sentenceFor('lineNoRecord'), headOfWireLine(line))
    const { type, time } = record.data
    if (type === 'metadata') return this.calls.nameFile(fieldOf(read.value, 'createdAt'))
    if (PASSED_OVER.test(type)) return
    const at = timeOfMillis(time)
    if (at === null)
      return this.calls.found.refuse(lineNumber, sentenceFor('recordTime'), headOfWireLine(line))
    this.read({ type, value: read.value, time: at, line: lineNumber })
  }

  end(): Parsed {
    return this.calls.end(this.lastLine)
  }

  passOver(line: LineGlance, lineNumber: number): boolean {
    const type = typeOfGlance(line)
    if (type === null || !line.endsWith('}') || !this.tellsNothing(type, line.head)) return false
    this.lastLine = lineNumber
    return true
  }

  /** What need not be read as JSON; a tool that runs between a request and its record makes the record late. */
  private isPassedOver(line: string): boolean {
    const type = typeOfRecord(line)
    return type !== null && mayPassOver(line) && this.tellsNothing(type, line)
  }

  private tellsNothing(type: string, line: string): boolean {
    const isTool = TOOL_EVENT.test(line)
    if (isTool) this.calls.toolRan()
    return isTool || PASSED_OVER.test(type) || OTHER_EVENT.test(line)
  }

  private read(record: WireRecord): void {
    switch (record.type) {
      case 'llm.request':
        return this.readRequest(record)
      case 'usage.record':
        return this.readUsage(record)
      case 'context.append_loop_event':
        return this.readLoopEvent(record)
      case 'turn.step.retrying':
        return this.readRetry(record)
      case 'turn.step.interrupted':
        return this.readInterruption(record)
      case 'turn.ended':
        return this.readTurnEnd(record)
      case 'turn.cancel':
        return this.calls.turnOver('unknown')
      case 'turn.prompt':
        return this.calls.turnOver('failure')
      default:
        this.calls.found.countUnknownName(
          /^[\w.]{1,50}$/.test(record.type) ? record.type : 'a type without a name',
        )
    }
  }

  private readRequest(record: WireRecord): void {
    const request = this.fields(llmRequestSchema, record)
    if (!request) return
    const { provider, model, modelAlias } = request
    this.calls.begin(
      { ...request, foreign: isOtherService(provider, model, modelAlias) },
      record.time,
      record.line,
    )
  }

  private readUsage(record: WireRecord): void {
    const usage = this.fields(usageRecordSchema, record)
    if (usage) this.calls.answered(usage, record.time, record.line)
  }

  private readLoopEvent(record: WireRecord): void {
    const read = loopEventSchema.safeParse(record.value)
    if (!read.success) return
    const { type, llmFirstTokenLatencyMs: first, llmStreamDurationMs: stream, finishReason } = read.data.event
    if (type === 'tool.call' || type === 'tool.result') return this.calls.toolRan()
    if (type !== 'step.end') return
    if (finishReason === 'error') this.calls.stepFailed(record.time)
    else if (first !== null && stream !== null) this.calls.took(first + stream)
  }

  private readRetry(record: WireRecord): void {
    const retry = this.fields(stepRetryingSchema, record)
    if (retry) this.calls.retried(retry, record.time, record.line)
  }

  private readInterruption(record: WireRecord): void {
    const interruption = this.fields(stepInterruptedSchema, record)
    if (interruption?.reason === 'error') this.calls.interrupted(interruption, record.time, record.line)
  }

  private readTurnEnd(record: WireRecord): void {
    const end = this.fields(turnEndedSchema, record)
    if (!end) return
    if (end.error) this.calls.failed(end, record.time, record.line)
    else this.calls.turnOver(end.reason === 'failed' ? 'failure' : 'unknown')
  }

  private fields<Schema extends z.ZodType>(
    schema: Schema,
    { type, value, line }: WireRecord,
  ): z.output<Schema> | null {
    const read = schema.safeParse(value)
    if (!read.success) {
      this.calls.found.refuse(line, sentenceFor('recordForm', { type }), '')
      return null
    }
    this.calls.found.countUnknown(schema, value, type)
    return read.data
  }
}

/** kimi-code's log of what happened in an agent, of its first engine (1.4) and its second (1.5): epoch milliseconds. */
export const WIRE_CODE: LineFormat = {
  source: 'wire_log',
  recognise: (line) => (beginsWireRecord(line) ? 'records of wire.jsonl (kimi-code)' : null),
  continues: continuesWire,
  reader: (context) => new WireCodeReader(context),
}
