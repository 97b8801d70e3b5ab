import type { LineGlance } from '../../stream/native-bytes.ts'
import { isObject } from '../../json/json-object.ts'
import { codeRecordSchema } from './wire-code.schema.ts'
import { readWireLine } from './wire-line.ts'

const HEAD = /^\{"type": ?"([a-z][\w.]{1,50})"/
/** Records of the second engine may end with their type; all of a conversation then stands before it. */
const TAIL = /"type": ?"([a-z_]+(?:\.[a-z_]+)+)", ?"time": ?\d{13}(?:, ?"kind": ?"[a-z_]{1,20}")?\}\s*$/
const TAIL_LENGTH = 160
/** The first line, with its names in any order. */
const METADATA = /^\{(?=.*"type": ?"metadata")(?=.*"created_at": ?\d)(?=.*"protocol_version")/
/** Types of which at least one stands in the first lines of every such log. */
const OURS =
  /^(?:context|llm|usage|turn|config|tools|mcp|permission|plan_mode|swarm_mode|goal|micro_compaction|full_compaction|agent|subagent|profile|runtime|plugin|prompt|token_counting|task)\.[a-z_]/
const DOTTED = /^[a-z_]+(?:\.[a-z_]+)+$/
/** How a record of a conversation begins; one that is cut off has no more than that. */
const CUT = /^\{"(?:message|type|turnId|agentId|time|kind)": ?/

/**
 * The type of a record of wire.jsonl, where its line begins or ends with it, as the client writes them: without reading
 * the conversation that may stand between. Null where only reading the line can tell.
 */
export function typeOfRecord(line: string): string | null {
  const head = HEAD.exec(line)?.[1]
  return head ?? TAIL.exec(line.slice(-TAIL_LENGTH))?.[1] ?? null
}

/** The same for a record that certainly goes on with such a log; null where more than a glance is needed. */
export function typeOfGlance(line: LineGlance): string | null {
  const type = HEAD.exec(line.head)?.[1] ?? TAIL.exec(line.tail(TAIL_LENGTH))?.[1] ?? null
  return type !== null && DOTTED.test(type) ? type : null
}

/** Whether a record of wire.jsonl stands on this line, its names in any order, or the rest of one. */
export function beginsWireRecord(line: string): boolean {
  const type = typeOfRecord(line)
  if (line.charCodeAt(0) !== OPEN) return type !== null
  if (line.length < 1_000 && METADATA.test(line)) return true
  if (type !== null) return OURS.test(type)
  if (!line.includes('"time"') || !line.includes('"type"')) return false
  const record = codeRecordSchema.safeParse(readWireLine(line).value)
  return record.success && typeof record.data.time === 'number' && OURS.test(record.data.type)
}

/**
 * Whether a line after a record is one more of that log, known or not: what is not understood of a log is no prose, since
 * it may hold all that was said in a session. A body of a service that was pasted below is none.
 */
export function continuesWire(line: string): boolean {
  if (line.trim() === '') return true
  const type = typeOfRecord(line)
  if (line.charCodeAt(0) !== OPEN) return type !== null
  if (type !== null && DOTTED.test(type)) return true
  const { value, problem } = readWireLine(line)
  if (problem !== null) return CUT.test(line)
  return isObject(value) && typeof value['type'] === 'string' && DOTTED.test(value['type'])
}

const OPEN = 0x7b
