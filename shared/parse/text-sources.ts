import type { CaptureSource } from '../evidence/kinds/capture.ts'
import type { Why } from '../evidence/sentences/recognitions.ts'
import { parserOfLines } from './log/line-format.ts'
import { LOG_FORMATS } from './log/log-formats.ts'
import type { TextParser } from './parser.ts'

/** A format of lines: a client's log. Files of them are streamed; here are those that stand in a paste or a small file. */
export interface TextSource {
  readonly source: CaptureSource
  /** Why an entry of this format begins with the line; null when none does. Called for every line: be quick. */
  readonly recognise: (line: string) => Why | null
  /** Whether a line that is no entry goes on with the one before it (the lines of a traceback). */
  readonly continues: (line: string) => boolean
  readonly parse: TextParser
}

/** All of them; the first that recognises a line reads the stretch that begins there. */
export const TEXT_SOURCES: readonly TextSource[] = LOG_FORMATS.map((format) => ({
  ...format,
  parse: parserOfLines(format),
}))
