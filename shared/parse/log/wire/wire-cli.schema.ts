import { isObject, type JsonObject } from '../../json/json-object.ts'
import { readQuantity, text, anything } from '../../json/leaf.ts'
import { z } from '../../zod.ts'

/** A whole number of things; null where it is none. */
export const count = z
  .unknown()
  .optional()
  .transform((value) => {
    const { value: number } = readQuantity(value)
    return number !== null && Number.isInteger(number) && number >= 0 ? number : null
  })

/**
 * A record of kimi-cli's wire.jsonl (docs/kimi.md#logs-of-kimi-cli). `payload` holds prompts and code; only some types
 * of it are read.
 */
export const cliRecordSchema = z.object({
  timestamp: anything,
  message: z.object({ type: z.string(), payload: anything }),
})

export const statusUpdateSchema = z.object({
  tokenUsage: z
    .object({ inputOther: count, output: count, inputCacheRead: count, inputCacheCreation: count })
    .nullish()
    .catch(null),
  messageId: text,
  contextUsage: anything,
  contextTokens: anything,
  maxContextTokens: anything,
  planMode: anything,
  mcpStatus: anything,
})

type StatusUpdate = Pick<z.output<typeof statusUpdateSchema>, 'tokenUsage' | 'messageId'>

const USAGE_NAMES: ReadonlySet<string> = new Set(
  'input_other output input_cache_read input_cache_creation'.split(' '),
)
const UPDATE_NAMES: ReadonlySet<string> = new Set(
  'token_usage message_id context_usage context_tokens max_context_tokens plan_mode mcp_status'.split(' '),
)

/**
 * What `statusUpdateSchema` reads of an answer as the client writes it, with known names and counts that are numbers; null
 * for any other. Half of all records that are read are these, and the schema takes ten times as long.
 */
export function plainStatusUpdate(payload: unknown): StatusUpdate | null {
  if (!isObject(payload) || !hasOnly(payload, UPDATE_NAMES)) return null
  const { token_usage: usage = null, message_id: id = null } = payload
  if (id !== null && (typeof id !== 'string' || !PLAIN_ID.test(id))) return null
  if (usage === null) return { tokenUsage: null, messageId: id }
  if (!isObject(usage) || !hasOnly(usage, USAGE_NAMES)) return null
  const { input_other: other = null, output = null } = usage
  const { input_cache_read: read = null, input_cache_creation: created = null } = usage
  if (!isPlainCount(other) || !isPlainCount(output) || !isPlainCount(read) || !isPlainCount(created))
    return null
  const tokenUsage = { inputOther: other, output, inputCacheRead: read, inputCacheCreation: created }
  return { tokenUsage, messageId: id }
}

/** Too short for a credential. */
const PLAIN_ID = /^[\w-]{1,15}$|^chatcmpl-\w{1,40}$/

const isPlainCount = (value: unknown): value is number | null =>
  value === null || (Number.isSafeInteger(value) && !Object.is(value, -0) && Number(value) >= 0)

function hasOnly(object: JsonObject, names: ReadonlySet<string>): boolean {
  for (const name in object) if (!names.has(name)) return false
  return true
}

/** Whether a step begins as the client writes it, and the schema would find nothing that is not known. */
export const isPlainStepBegin = (payload: unknown): boolean =>
  isObject(payload) && Object.keys(payload).length === 1 && isPlainCount(payload['n'])

export const stepRetrySchema = z.object({
  n: count,
  nextAttempt: count,
  maxAttempts: count,
  waitS: z
    .unknown()
    .optional()
    .transform((value) => readQuantity(value).value),
  errorType: text,
  statusCode: count,
})

export const stepBeginSchema = z.object({ n: count })

/** Something that happened in a subagent, told in the log of the agent that started it. */
export const subagentEventSchema = z.object({
  agentId: text,
  parentToolCallId: text,
  taskToolCallId: text,
  subagentType: anything,
  event: z.object({ type: z.string(), payload: anything }),
})
