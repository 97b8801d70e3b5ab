import { CONVERSATION } from './wire/conversation.ts'
import { KIMI_CODE_LOG } from './kimi-code/kimi-code-log.ts'
import { KIMI_LOG } from './kimi-log.ts'
import type { LineFormat } from './line-format.ts'
import { STREAM_JSON } from './wire/stream-json.ts'
import { WIRE_CLI } from './wire/wire-cli.ts'
import { WIRE_CODE } from './wire/wire-code.ts'

/** Every kind of log that is read, and the one that is known in order not to be read. */
export const LOG_FORMATS: readonly LineFormat[] = [
  KIMI_LOG,
  KIMI_CODE_LOG,
  WIRE_CLI,
  WIRE_CODE,
  STREAM_JSON,
  CONVERSATION,
]

/** The format of which a line begins an entry. */
export const formatOfLine = (line: string): LineFormat | null =>
  LOG_FORMATS.find((format) => format.recognise(line) !== null) ?? null
