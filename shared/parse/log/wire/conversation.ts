import { NO_EVIDENCE } from '../../../evidence/evidence.ts'
import type { LineFormat } from '../line-format.ts'

const TURN =
  /^\{"role": ?"(?:_checkpoint|_usage|_system_prompt|system|user|assistant|tool|meta)", ?"(?:content|id|token_count|tool_calls|tool_call_id|name|type)"(?!: ?"turn\.step\.retrying)/

/**
 * context.jsonl of kimi-cli, and what `--output-format stream-json` prints: prompts, code and answers, without times
 * (docs/kimi.md#logs-of-kimi-cli). Known, so that nobody reads it.
 */
export const CONVERSATION: LineFormat = {
  source: 'unrecognised',
  recognise: (line) => (TURN.test(line) ? 'the conversation of a session, which is not read' : null),
  continues: (line) => line.trim() === '',
  reader: () => ({
    found: 0,
    passOver: () => false,
    push() {
      // nothing of it is kept, not even that there was something
    },
    end: () => ({ rejects: NO_EVIDENCE.rejects }),
  }),
}
