import type { RawCapture } from '../../evidence/capture.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { Zone } from '../../time/zone.ts'
import { captureIdOfDigest } from '../input-captures.ts'
import { formatOfLine } from '../log/log-formats.ts'
import { parseInput, type ParsedInput } from '../parse-input.ts'
import { plainLine } from '../text/text-lines.ts'
import { CaptureDigest } from './capture-digest.ts'
import { NOTHING_YET, type ByteSink, type ReadSoFar } from './byte-sink.ts'
import { LineSplitter } from './line-splitter.ts'
import { LogRun } from './log-run.ts'
import { refusedInput } from './refused-input.ts'
import { TextDecoding } from './text-decoding.ts'

/** What is no log is read at once, so it must fit into memory. */
const MOST_AT_ONCE = 32 * 1024 * 1024
/** How much of a text is looked at to tell whether it is a log. */
const HEAD = 256 * 1024
const HEAD_LINES = 200

/**
 * Reads the text of one file as it comes. A text whose first line that is not blank begins an entry of a log is read line by
 * line and never held; any other is collected and read by parseInput, unless it is too large. One that is too large and
 * has such an entry further down is read line by line after all.
 */
export class TextInput implements ByteSink {
  private readonly decoding = new TextDecoding()
  private held: string[] = []
  private length = 0
  private log: {
    readonly run: LogRun
    readonly splitter: LineSplitter
    readonly digest: CaptureDigest
  } | null = null
  private decided = false
  private refused: Reason | null = null

  constructor(
    private readonly input: string,
    private readonly zone: Zone,
    private readonly mostAtOnce = MOST_AT_ONCE,
  ) {}

  get stopped(): boolean {
    return this.refused !== null
  }

  get soFar(): ReadSoFar {
    return this.log?.run.soFar ?? NOTHING_YET
  }

  push(bytes: Uint8Array): void {
    if (this.refused === null) this.add(this.decoding.push(bytes))
  }

  end(): ParsedInput {
    if (this.refused === null) this.add(this.decoding.end())
    if (!this.decided) this.decide()
    if (this.refused !== null) return refusedInput(this.input, this.refused)
    if (!this.log) return parseInput(this.raw(this.held.join('')), { zone: this.zone })
    const { run, splitter, digest } = this.log
    splitter.end()
    return run.end(captureIdOfDigest(digest.end(), null))
  }

  private add(text: string): void {
    this.length += text.length
    if (this.log) return this.feed(text)
    this.held.push(text)
    if (!this.decided && this.length >= HEAD) this.decide()
    if (!this.log && this.length > this.mostAtOnce) this.decideLate()
  }

  private decide(): void {
    this.decided = true
    const head = this.held.join('').slice(0, HEAD)
    if (head.includes('\u0000')) this.refused = 'is no text'
    else if (entriesIn(head).next().value === true) this.beginLog()
  }

  /** Too large to be read at once; a log that begins in the middle of an entry is still a log. */
  private decideLate(): void {
    const head = this.held.join('').slice(0, HEAD)
    const isLog = [...entriesIn(head)].includes(true)
    if (isLog) this.beginLog()
    else
      this.refused = `is no log, and larger than the ${Math.floor(this.mostAtOnce / 1_048_576)} MB that are read at once; it can be brought in in parts`
    this.held = []
  }

  private beginLog(): void {
    const { input, zone } = this
    const standIn = evidenceId('capture', 'being read', input)
    const run = new LogRun({ capture: standIn, at: null, via: 'file', input, zone }, zone)
    this.log = { run, splitter: new LineSplitter(run), digest: new CaptureDigest() }
    for (const text of this.held.splice(0)) this.feed(text)
  }

  private feed(text: string): void {
    this.log?.digest.push(text)
    this.log?.splitter.push(text)
  }

  private raw = (body: string): RawCapture => ({
    at: null,
    via: 'file',
    input: this.input,
    source: null,
    body,
  })
}

/** For each line that is not blank, whether an entry of a log begins with it. */
function* entriesIn(head: string): Generator<boolean> {
  let lines = 0
  for (const line of head.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    lines += 1
    if (lines > HEAD_LINES) return
    yield formatOfLine(plainLine(line)) !== null
  }
}
