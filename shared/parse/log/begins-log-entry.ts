import { CONVERSATION } from './wire/conversation.ts'
import { beginsKimiCodeEntry } from './kimi-code/kimi-code-entry.ts'
import { KIMI_LOG } from './kimi-log.ts'
import { STREAM_JSON } from './wire/stream-json.ts'
import { WIRE_CLI } from './wire/wire-cli.ts'
import { WIRE_CODE } from './wire/wire-code.ts'

/** All but kimi-code.log, whose reader reads texts and would come back to who asks here; a test compares with LOG_FORMATS. */
const OTHERS = [KIMI_LOG, WIRE_CLI, WIRE_CODE, STREAM_JSON, CONVERSATION]

/** Whether a line begins an entry of any log, for readers of text. Which log it is, `formatOfLine` says. */
export const beginsLogEntry = (line: string): boolean =>
  beginsKimiCodeEntry(line) || OTHERS.some(({ recognise }) => recognise(line) !== null)
