import type { CaptureSource } from '../../../evidence/kinds/capture.ts'
import { formatOfLine } from '../log-formats.ts'
import type { ReducedLine } from './reduced-line.ts'
import { reduceKimiCodeLine } from './reduce-kimi-code-line.ts'
import { reduceKimiLine } from './reduce-kimi-line.ts'
import { reduceWireLine } from './reduce-wire-line.ts'

export type LogSource = Extract<CaptureSource, 'kimi_log' | 'kimi_code_log' | 'wire_log'>

/** Which client's log a line begins; null for any other text, and for a conversation. */
export function logOfLine(line: string): LogSource | null {
  const source = formatOfLine(line)?.source
  return source === 'kimi_log' || source === 'kimi_code_log' || source === 'wire_log' ? source : null
}

/**
 * What a reader of that log reads of a line, and nothing else: no prompt, code, path or name, whatever the record and
 * wherever in it. Null where that is nothing. Read again, the reduced lines give the calls and refusals of the whole log.
 */
export function reduceLogLine(line: string, source: LogSource): ReducedLine | null {
  switch (source) {
    case 'kimi_log':
      return plain(reduceKimiLine(line))
    case 'kimi_code_log':
      return reduceKimiCodeLine(line)
    case 'wire_log':
      return reduceWireLine(line)
    default:
      return source satisfies never
  }
}

const plain = (text: string | null): ReducedLine | null => (text === null ? null : { text, isHead: false })
