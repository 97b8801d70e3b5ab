import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { Why } from '../../evidence/sentences/recognitions.ts'
import type { ParseContext, Parsed, TextParser } from '../parser.ts'
import type { LineGlance } from '../stream/native-bytes.ts'

/** Takes the lines of a log one after another, however large it is, and tells at the end what it kept. */
export interface LineReader {
  /** `lineNumber` is that of the input, from 1. Never throws: what cannot be read becomes a Reject. */
  push(line: string, lineNumber: number): void
  /**
   * Takes a line that was not decoded, where a glance shows that it is one more of this log and tells nothing; false where
   * it has to be pushed. The result is that of pushing it. Most lines of a large log are such.
   */
  passOver(line: LineGlance, lineNumber: number): boolean
  /** How many requests and refusals it has found so far. */
  readonly found: number
  end(): Parsed
}

/** A format in which a client writes a line for each thing that happens. */
export interface LineFormat {
  readonly source: CaptureSource
  /** Why an entry begins with this line; null when none does. Called for every line, so it only looks at the beginning. */
  readonly recognise: (line: string) => Why | null
  /** Whether a line that begins no entry may still belong to the entry before it. */
  readonly continues: (line: string) => boolean
  readonly reader: (context: ParseContext) => LineReader
}

/** Whether a log that somebody pasted twice begins again: what it then tells is what it has told, not more of the same. */
export const isLogRepeated = (first: string, line: string, before: string): boolean =>
  line === first && before.trim() === ''

/** Reads a stretch of lines that is at hand as a whole, by the same reader that streams. */
export const parserOfLines =
  (format: LineFormat): TextParser =>
  (piece, context) => {
    const reader = format.reader(context)
    for (const [index, line] of piece.text.split('\n').entries()) reader.push(line, piece.line + index)
    return reader.end()
  }
