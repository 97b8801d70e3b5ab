import { readQuantity, text, anything } from '../leaf.ts'
import { z } from '../zod.ts'

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
