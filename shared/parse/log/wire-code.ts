import { fieldOf } from '../json-object.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import type { z } from '../zod.ts'
import type { LineFormat, LineReader } from './line-format.ts'
import { isOtherService } from './model-name.ts'
import { WireCodeCalls } from './wire-code-calls.ts'
import {
  codeRecordSchema,
  llmRequestSchema,
  loopEventSchema,
  turnEndedSchema,
  usageRecordSchema,
} from './wire-code.schema.ts'
import { timeOfMillis, type LogTime } from './log-time.ts'
import { headOfWireLine, mayPassOver, readWireLine } from './wire-line.ts'

/** Types that tell nothing about requests; most of a log is of them, and all its prompts and code. */
const PASSED_OVER =
  /^(?:context\.(?:append_message|clear|apply_compaction|undo)|llm\.tools_snapshot|config\.update|tools\.|mcp\.|permission\.|plan_mode\.|swarm_mode\.|goal\.|micro_compaction\.|full_compaction\.|forked$|turn\.steer$)/
const TYPE = /^\{"type": ?"([a-z][\w.]{1,50})"/
const TOOL_EVENT = /^\{"type": ?"context\.append_loop_event", ?"event": ?\{"type": ?"tool\.(?:call|result)"/
const OTHER_EVENT =
  /^\{"type": ?"context\.append_loop_event", ?"event": ?\{"type": ?"(?:content\.part|step\.begin)"/

/** A record whose type and time have been read. */
interface WireRecord {
  readonly type: string
  readonly value: unknown
  readonly time: LogTime
  readonly line: number
}

/** Reads kimi-code's wire.jsonl (KIMI.md 5.2): times, types and counters. Texts are never looked at, but those of errors. */
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
    if (this.passOver(line)) return
    const read = readWireLine(line)
    if (read.problem !== null) return this.calls.found.refuse(lineNumber, read.problem, headOfWireLine(line))
    const record = codeRecordSchema.safeParse(read.value)
    if (!record.success)
      return this.calls.found.refuse(lineNumber, 'a line that is no record of this log', headOfWireLine(line))
    const { type, time } = record.data
    if (type === 'metadata') return this.calls.nameFile(fieldOf(read.value, 'createdAt'))
    if (PASSED_OVER.test(type)) return
    const at = timeOfMillis(time)
    if (at === null)
      return this.calls.found.refuse(lineNumber, 'a record without a time', headOfWireLine(line))
    this.read({ type, value: read.value, time: at, line: lineNumber })
  }

  end(): Parsed {
    return this.calls.end(this.lastLine)
  }

  /** What need not be read as JSON; a tool that runs between a request and its record makes the record late. */
  private passOver(line: string): boolean {
    const type = TYPE.exec(line)?.[1]
    if (type === undefined || !mayPassOver(line)) return false
    if (TOOL_EVENT.test(line)) this.calls.toolRan()
    return PASSED_OVER.test(type) || TOOL_EVENT.test(line) || OTHER_EVENT.test(line)
  }

  private read(record: WireRecord): void {
    switch (record.type) {
      case 'llm.request':
        return this.readRequest(record)
      case 'usage.record':
        return this.readUsage(record)
      case 'context.append_loop_event':
        return this.readLoopEvent(record)
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
    const { type, llmFirstTokenLatencyMs: first, llmStreamDurationMs: stream } = read.data.event
    if (type === 'tool.call' || type === 'tool.result') this.calls.toolRan()
    else if (type === 'step.end' && first !== null && stream !== null) this.calls.took(first + stream)
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
      this.calls.found.refuse(line, `a ${type} that is not of its form`, '')
      return null
    }
    this.calls.found.countUnknown(schema, value, type)
    return read.data
  }
}

/** kimi-code's log of what happened in an agent, of its first engine (1.4) and its second (1.5): epoch milliseconds. */
export const WIRE_CODE: LineFormat = {
  source: 'wire_log',
  recognise: (line) => (beginsRecord(line) ? 'records of wire.jsonl (kimi-code)' : null),
  continues: (line) => line.trim() === '' || /^\{"type": ?"[a-z]+(?:[._][a-z_]+)+/.test(line),
  reader: (context) => new WireCodeReader(context),
}

/** The first line, with its names in any order. */
const METADATA = /^\{(?=.*"type": ?"metadata")(?=.*"created_at": ?\d)(?=.*"protocol_version")/
/** Types of which at least one stands in the first lines of every such log. */
const OURS =
  /^(?:context|llm|usage|turn|config|tools|mcp|permission|plan_mode|swarm_mode|goal|micro_compaction|full_compaction)\.[a-z_]/

/** Looks at the beginning only, unless the names stand in another order than the client writes them. */
function beginsRecord(line: string): boolean {
  if (line.charCodeAt(0) !== OPEN) return false
  if (line.length < 1_000 && METADATA.test(line)) return true
  const type = TYPE.exec(line)?.[1]
  if (type !== undefined) return OURS.test(type)
  if (!line.includes('"time"') || !line.includes('"type"')) return false
  const record = codeRecordSchema.safeParse(readWireLine(line).value)
  return record.success && typeof record.data.time === 'number' && OURS.test(record.data.type)
}

const OPEN = 0x7b
