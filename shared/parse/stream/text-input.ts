import type { RawCapture } from '../../evidence/kinds/capture.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { captureIdOfDigest } from '../captures/input-captures.ts'
import { beginsLog, entriesIn, LOG_HEAD } from '../log/log-head.ts'
import { parseInput, type ParsedInput, type ParseOptions } from '../parse-input.ts'
import { CaptureDigest } from './capture-digest.ts'
import { NOTHING_YET, type ByteSink, type ReadSoFar } from './byte-sink.ts'
import { LineSplitter } from './line-splitter.ts'
import { LogDigest } from './log-digest.ts'
import { LogRun } from './log-run.ts'
import { LineGlance, type ByteView, type NativeBytes } from './native-bytes.ts'
import { refusedInput } from './refused-input.ts'
import { TextDecoding } from './text-decoding.ts'
import { withReplaced } from './with-refusal.ts'

/** What is no log is read at once, so it must fit into memory. */
const MAX_AT_ONCE = 32 * 1024 * 1024
const LF = 0x0a
const CR = 0x0d

/** A log that is being read, line by line. */
interface OpenLog {
  readonly run: LogRun
  readonly splitter: LineSplitter
  readonly digest: LogDigest | CaptureDigest
}

/** A damaged byte or two make no picture of a text; of a picture or a program far more bytes are NULs. */
const MOST_NULS = 0.01

/** How a gzip and a zip begin as text. What is not itself in an archive is unpacked before it comes here. */
const PACKED = ['\u001F\uFFFD\u0008', 'PK\u0003\u0004']

/**
 * Reads the text of one file as it comes. A text whose first line that is not blank begins an entry of a log is read line by
 * line and never held; any other is collected and read by parseInput, unless it is too large. One that is too large and
 * has such an entry further down is read line by line after all.
 */
export class TextInput implements ByteSink {
  private readonly decoding = new TextDecoding()
  private held: string[] = []
  private length = 0
  private log: OpenLog | null = null
  private decided = false
  private refused: Reason | null = null
  private readonly glance = new LineGlance()

  constructor(
    private readonly input: string,
    private readonly options: ParseOptions,
    private readonly mostAtOnce = MAX_AT_ONCE,
    private readonly native: NativeBytes | null = null,
  ) {}

  get stopped(): boolean {
    return this.refused !== null
  }

  get soFar(): ReadSoFar {
    return this.log?.run.soFar ?? NOTHING_YET
  }

  push(bytes: Uint8Array): void {
    if (this.refused !== null) return
    const { log, native } = this
    if (native && log?.digest instanceof LogDigest && this.decoding.isUtf8)
      this.feedBytes(native.view(bytes), native, log.digest, log)
    else this.add(this.decoding.push(bytes))
  }

  end(): ParsedInput {
    if (this.refused === null) this.add(this.decoding.end())
    if (!this.decided) this.decide()
    if (this.refused !== null) return refusedInput(this.input, this.refused)
    return withReplaced(this.read(), this.input, this.decoding)
  }

  private read(): ParsedInput {
    if (!this.log) return parseInput(this.raw(this.held.join('')), this.options)
    const { run, splitter, digest } = this.log
    splitter.end()
    return run.end(captureIdOfDigest(digest.end(), null))
  }

  private add(text: string): void {
    this.length += text.length
    if (this.log) return this.feed(text)
    this.held.push(text)
    if (!this.decided && this.length >= LOG_HEAD) this.decide()
    if (!this.log && this.length > this.mostAtOnce) this.decideLate()
  }

  private decide(): void {
    this.decided = true
    const head = this.held.join('').slice(0, LOG_HEAD)
    if (PACKED.some((begin) => head.startsWith(begin)))
      this.refused = 'an archive inside an archive, which is not unpacked'
    else if (beginsLog(head)) this.beginLog(new LogDigest(this.native))
    else if (head.split('\u0000').length - 1 > head.length * MOST_NULS) this.refused = 'is no text'
  }

  /** Too large to be read at once; a log that begins in the middle of an entry is still a log. */
  private decideLate(): void {
    const isLog = [...entriesIn(this.held.join(''))].includes(true)
    if (isLog) this.beginLog(new CaptureDigest())
    else
      this.refused = `is no log, and larger than the ${Math.floor(this.mostAtOnce / 1_048_576)} MB that are read at once; it can be brought in in parts`
    this.held = []
  }

  private beginLog(digest: OpenLog['digest']): void {
    const { input, options } = this
    const standIn = evidenceId('capture', 'being read', input)
    const { zone, readAt } = options
    const context = { capture: standIn, at: null, via: 'file', input, zone, writtenBy: readAt } as const
    const run = new LogRun(context, options)
    this.log = { run, splitter: new LineSplitter(run), digest }
    for (const text of this.held.splice(0)) this.feed(text)
  }

  private feed(text: string): void {
    this.log?.digest.push(text)
    this.log?.splitter.push(text)
  }

  /**
   * Whole lines are looked at as bytes, and become text where they tell something. What goes over two pieces, and a piece
   * in which lines end in another way or which is no UTF-8, becomes text as a whole.
   */
  private feedBytes(
    bytes: ByteView,
    native: NativeBytes,
    digest: LogDigest,
    { run, splitter }: OpenLog,
  ): void {
    const from = splitter.isBetweenLines ? 0 : bytes.indexOf(LF) + 1
    const to = bytes.lastIndexOf(LF) + 1
    const lines = native.view(bytes.subarray(from, to))
    if (to <= from || lines.indexOf(CR) !== -1 || !native.isUtf8(lines))
      return this.feed(this.decoding.push(bytes))
    this.feed(this.decoding.push(bytes.subarray(0, from)))
    digest.pushBytes(lines)
    for (let at = 0; at < lines.length;) {
      const end = lines.indexOf(LF, at)
      if (!run.passOver(this.glance.at(lines, at, end))) run.push(lines.toString('utf8', at, end))
      at = end + 1
    }
    this.feed(this.decoding.push(bytes.subarray(to)))
  }

  private raw = (body: string): RawCapture => ({
    at: null,
    via: 'file',
    input: this.input,
    source: null,
    body,
  })
}
