import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { Why } from '../../evidence/sentences/recognitions.ts'
import { exampleParsed } from '../examples.ts'
import { InputCaptures } from '../captures/input-captures.ts'
import { isLogRepeated, type LineFormat, type LineReader } from '../log/line-format.ts'
import { formatOfLine } from '../log/log-formats.ts'
import { findPieces, joinPieces, type ParsedInput, type ParseOptions } from '../parse-input.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import type { DetectedPiece } from '../detect.ts'
import { accountFor, countsOf, PROSE, type RecognisedPiece } from '../recognised-pieces.ts'
import { rejectOf } from '../reject.ts'
import { isLogExampleLabel } from '../text/example-label.ts'
import { isBlank, isFence, plainLine, plainLines, type TextLines } from '../text/text-lines.ts'
import type { ReadSoFar } from './byte-sink.ts'
import { moveToCapture } from './move-to-capture.ts'
import type { LineGlance } from './native-bytes.ts'

/** Lines of one format, one after another. */
interface Stretch {
  readonly format: LineFormat
  readonly why: Why
  readonly reader: LineReader
  readonly fromLine: number
  readonly first: string
  /** The line above it says that it is one. */
  readonly isExample: boolean
}

const goesOn = ({ format }: Stretch, line: string): boolean =>
  format.continues(line) || format.recognise(line) !== null

/** Stands for a line that was passed over, which is not blank. */
const PASSED = 'passed'
/** What stands between two stretches is looked through as a paste is, but not without end. */
const MAX_BETWEEN = 4_000_000

/**
 * Reads a text that is a log, a line at a time, as parseInput reads it at once: entries of a format and what goes on with
 * them by the format's reader, and what stands between as text, in which anything may be found.
 */
export class LogRun {
  private lines = 0
  private foundBefore = 0
  private stretch: Stretch | null = null
  /** The line before. */
  private before = ''
  private between: string[] = []
  private betweenLength = 0
  private readonly parts: Parsed[] = []
  private readonly pieces: RecognisedPiece[] = []
  private readonly captures: InputCaptures
  private readonly context: { -readonly [Name in keyof ParseContext]: ParseContext[Name] }
  private readonly standIn: string

  /** The id of the capture is known at the end only; `context` has one that stands in for it. */
  constructor(
    context: ParseContext,
    private readonly options: ParseOptions,
  ) {
    this.context = { ...context }
    this.standIn = context.capture
    this.captures = new InputCaptures(context)
  }

  get soFar(): ReadSoFar {
    return { lines: this.lines, found: this.foundBefore + (this.stretch?.reader.found ?? 0) }
  }

  /** The same as pushing the line, where its log can pass over it undecoded; false where it cannot. */
  passOver(line: LineGlance): boolean {
    if (!this.stretch || isBlank(this.before) || !this.stretch.reader.passOver(line, this.lines + 1))
      return false
    this.lines += 1
    this.before = PASSED
    return true
  }

  push(raw: string): void {
    this.lines += 1
    const line = plainLine(raw)
    const { stretch, before } = this
    this.before = line
    if (stretch && goesOn(stretch, line) && !isLogRepeated(stretch.first, line, before))
      return stretch.reader.push(line, this.lines)
    const format = formatOfLine(line)
    if (!format) {
      this.closeStretch(this.lines - 1)
      this.betweenLength += line.length + 1
      if (this.betweenLength <= MAX_BETWEEN) this.between.push(line)
      return
    }
    const above = this.between.findLast((text) => !isBlank(text) && !isFence(text)) ?? ''
    this.closeBetween(this.lines - 1)
    this.closeStretch(this.lines - 1)
    const reader = format.reader(this.context)
    const why = format.recognise(line) ?? PROSE
    this.stretch = {
      format,
      why,
      reader,
      fromLine: this.lines,
      isExample: isLogExampleLabel(above),
      first: line,
    }
    reader.push(line, this.lines)
  }

  /** A line of which there is too much to be held. */
  refuseLine(reason: Reason): void {
    this.lines += 1
    this.parts.push({ rejects: [rejectOf(this.context, { line: this.lines, reason, text: '' })] })
  }

  /** Everything that was read, as of the capture with this id. */
  end(capture: string): ParsedInput {
    this.closeBetween(this.lines)
    // A log is one stretch as a rule, and large: its reader writes the id itself.
    const before = this.parts.length
    this.context.capture = capture
    this.closeStretch(this.lines)
    const source = this.pieces.find((piece) => piece.source !== 'unrecognised')?.source ?? 'unrecognised'
    const records = this.parts.flatMap((part) => (part.captures === undefined ? (part.records ?? []) : []))
    const captured: Parsed = { captures: this.captures.list(source, records) }
    const moved = moveToCapture([...this.parts.splice(0, before), captured], this.standIn, capture)
    return { evidence: joinPieces([...moved, ...this.parts.splice(0)]), pieces: this.pieces }
  }

  private closeStretch(toLine: number): void {
    if (!this.stretch) return
    const { format, why, reader, fromLine, isExample } = this.stretch
    this.stretch = null
    const read = reader.end()
    const parsed = isExample ? exampleParsed(read, fromLine, '', this.context) : read
    this.foundBefore += reader.found
    this.parts.push(parsed)
    this.pieces.push({
      source: format.source,
      why: isExample ? `an example: ${why}` : why,
      fromLine,
      toLine,
      counts: countsOf(parsed),
    })
  }

  private closeBetween(toLine: number): void {
    if (this.betweenLength === 0) return
    const fromLine = (this.pieces.at(-1)?.toLine ?? 0) + 1
    if (this.betweenLength > MAX_BETWEEN)
      this.pieces.push({ source: 'unrecognised', why: PROSE, fromLine, toLine, counts: countsOf({}) })
    else {
      const lines = plainLines(`${this.between.join('\n')}\n`, fromLine)
      const found = findPieces(lines, this.context, this.captures, this.options)
      for (const piece of found) this.parts.push(piece.parsed)
      for (const piece of accountBetween(lines, found, fromLine)) this.pieces.push(piece)
    }
    this.between = []
    this.betweenLength = 0
  }
}

/** The account of a text that begins on a line of its own. */
function accountBetween(
  lines: TextLines,
  pieces: readonly DetectedPiece[],
  fromLine: number,
): readonly RecognisedPiece[] {
  const before = fromLine - 1
  const counted = { ...lines, lineOf: (index: number) => lines.lineOf(index) - before }
  return accountFor(counted, pieces).map((piece) => ({
    ...piece,
    fromLine: piece.fromLine + before,
    toLine: piece.toLine + before,
  }))
}
