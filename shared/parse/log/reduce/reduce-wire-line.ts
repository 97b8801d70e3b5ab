import { isObject, type JsonObject } from '../../json/json-object.ts'
import { parseJson } from '../../json/parse-json.ts'
import { keptContent } from '../kept-message.ts'
import { typeOfRecord } from '../wire/wire-record.ts'
import type { ReducedLine } from './reduced-line.ts'

/** What is said to a model, of which not even the record is kept. */
const CONVERSATION =
  /^(?:context\.(?!append_loop_event)|tools\.|prompt\.|agent\.message|llm\.tools_snapshot|config\.|plugin\.)/
const NUMBERS: ReadonlySet<string> = new Set(
  (
    'time timestamp created_at createdAt inputOther output inputCacheRead inputCacheCreation input_other input_cache_read ' +
    'input_cache_creation statusCode status_code failedAttempt nextAttempt maxAttempts delayMs n next_attempt max_attempts ' +
    'wait_s llmFirstTokenLatencyMs llmStreamDurationMs llm_first_token_latency_ms llm_stream_duration_ms attempt'
  ).split(' '),
)
/** Names that client or service give, never a text: no space, and not long. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'type protocol_version agentId agent_id kind provider model modelAlias model_alias turnStep turn_step attempt usageScope ' +
    'reason finishReason code error_type message_id parent_tool_call_id task_tool_call_id'
  ).split(' '),
)
const OBJECTS: ReadonlySet<string> = new Set(
  'message payload usage token_usage event error details'.split(' '),
)
const NAME = /^[\w./:@+-]{1,120}$/
const ERROR_NAME = /^[A-Z]\w{1,40}(?:Error|Exception)$/
const DEEPEST = 6

/** A record of wire.jsonl with its times, types and counters, and the words of the service where it refuses. */
export function reduceWireLine(line: string): ReducedLine | null {
  const type = typeOfRecord(line)
  if (type !== null && CONVERSATION.test(type)) return null
  const value = parseJson(line)
  if (!isObject(value)) return null
  if (typeof value['type'] === 'string' && CONVERSATION.test(value['type'])) return null
  return { text: JSON.stringify(reduced(value, 0)), isHead: value['type'] === 'metadata' }
}

function reduced(object: JsonObject, depth: number): JsonObject {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(object)) {
    const part = keptValue(key, value, object, depth)
    if (part !== undefined) kept[key] = part
  }
  return kept
}

function keptValue(key: string, value: unknown, object: JsonObject, depth: number): unknown {
  if (typeof value === 'number') return NUMBERS.has(key) ? value : undefined
  if (isObject(value)) return OBJECTS.has(key) && depth < DEEPEST ? reduced(value, depth + 1) : undefined
  if (typeof value !== 'string') return undefined
  if (key === 'name') return ERROR_NAME.test(value) ? value : undefined
  if (NAMES.has(key)) return NAME.test(value) ? value : undefined
  return key === 'errorMessage' || (key === 'message' && tellsOfError(object))
    ? messageText(value, object)
    : undefined
}

const tellsOfError = (object: JsonObject): boolean =>
  'code' in object || 'retryable' in object || object['type'] === 'turn.step.interrupted'

function messageText(message: string, object: JsonObject): string {
  const details = object['details']
  const status = isObject(details) ? details['statusCode'] : object['statusCode']
  const [prefix = ''] = /^\s*[45]\d\d\b[\s:-]*/.exec(message) ?? []
  const said = typeof status === 'number' ? status : prefix === '' ? null : Number.parseInt(prefix, 10)
  return `${prefix}${keptContent({ message: message.slice(prefix.length), type: null, status: said }).message}`
}
