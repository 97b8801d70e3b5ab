import { anything, text } from '../../json/leaf.ts'
import { z } from '../../zod.ts'
import { count } from './wire-cli.schema.ts'

/** What every record of kimi-code's wire.jsonl has (docs/kimi.md#logs-of-kimi-code). */
export const codeRecordSchema = z.object({ type: z.string(), time: anything })

const record = { type: anything, time: anything, agentId: text }

export const llmRequestSchema = z.object({
  ...record,
  kind: text,
  provider: text,
  model: text,
  modelAlias: text,
  turnStep: text,
  attempt: text,
  // Known, and of no use here; the prompt among them is not even looked at.
  thinkingEffort: anything,
  thinkingKeep: anything,
  temperature: anything,
  topP: anything,
  maxTokens: anything,
  betaApi: anything,
  toolSelect: anything,
  systemPromptHash: anything,
  systemPrompt: anything,
  toolsHash: anything,
  messageCount: anything,
  projection: anything,
  droppedCount: anything,
  serviceTier: anything,
})

export const usageRecordSchema = z.object({
  ...record,
  model: text,
  usageScope: text,
  usage: z
    .object({ inputOther: count, output: count, inputCacheRead: count, inputCacheCreation: count })
    .nullish()
    .catch(null),
  turnId: anything,
  context: anything,
})

export const turnEndedSchema = z.object({
  ...record,
  turnId: anything,
  traceId: anything,
  durationMs: anything,
  reason: text,
  error: z
    .object({
      code: text,
      message: text,
      name: text,
      retryable: anything,
      details: z.object({ statusCode: count, requestId: anything, traceId: anything }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
})

/** A try of a step that failed, and that the client makes again after a while. */
export const stepRetryingSchema = z.object({
  ...record,
  turnId: anything,
  step: anything,
  stepId: anything,
  failedAttempt: count,
  nextAttempt: anything,
  maxAttempts: anything,
  delayMs: anything,
  errorName: anything,
  errorMessage: text,
  statusCode: count,
})

/** A step that was given up; its turn says why in full when it ends, if it came to that. */
export const stepInterruptedSchema = z.object({
  ...record,
  turnId: anything,
  step: anything,
  reason: text,
  message: text,
})

/** The end of a step, which tells how long the service took; the texts of other events are not looked at. */
export const loopEventSchema = z.object({
  event: z.object({
    type: z.string(),
    finishReason: text,
    llmFirstTokenLatencyMs: count,
    llmStreamDurationMs: count,
  }),
})
