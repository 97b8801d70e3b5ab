import type { CaptureVia } from '../evidence/kinds/capture.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'

/** What every parser is told about the input that its piece was cut from. */
export interface ParseContext {
  /** Id of the capture; origins and rejects name it. */
  readonly capture: string
  /** When it was captured; null for a paste or a file. */
  readonly at: Instant | null
  readonly via: CaptureVia
  /** File name or `paste`: what a Reject names. */
  readonly input: string
  /** The zone for zone-less text. */
  readonly zone: Zone
  /** When it was captured or read: nothing in it was written later. Absent where nobody said. */
  readonly writtenBy?: Instant | undefined
}

/** What a time that leaves out its zone or its year is read by. */
export type TimeContext = Pick<ParseContext, 'zone' | 'writtenBy'>

/** A JSON value found in an input, and where: `$` for the whole input, or `line 3` when it stood inside text. */
export interface JsonPiece {
  readonly value: unknown
  readonly at: string
  readonly line: number | null
}

/** A stretch of lines found in an input; `line` is the 1-based number of the first. */
interface TextPiece {
  readonly text: string
  readonly line: number
}

/** What one piece gave. Parsers never throw on content: what they cannot read is in `rejects`. */
export interface Parsed extends Partial<Evidence> {
  /** The list that was read goes on, on a page that is not in this input. */
  readonly goesOn?: boolean
}
export type JsonParser = (piece: JsonPiece, context: ParseContext) => Parsed
export type TextParser = (piece: TextPiece, context: ParseContext) => Parsed
