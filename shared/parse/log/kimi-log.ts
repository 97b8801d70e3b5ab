import { sentenceFor } from '../../evidence/sentences/sentence-for.ts'
import type { Sentence } from '../../evidence/sentences/sentence.ts'
import { MINUTE } from '../../time/duration.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import type { LineGlance } from '../stream/native-bytes.ts'
import type { ErrorContent } from '../text/errors/error-body.ts'
import { FailedTries } from './failed-tries.ts'
import {
  beginsKimiLogEntry,
  headOfKimiLogEntry,
  isHalfKimiLogEntry,
  levelOf,
  readKimiLogEntry,
  recogniseKimiLog,
  type KimiLogEntry,
} from './kimi-log-entry.ts'
import type { LineFormat, LineReader } from './line-format.ts'
import { LogEvidence, type LoggedCall } from './log-evidence.ts'
import { readPythonError, type ProviderError } from './provider-error.ts'

const FAILING: ReadonlySet<string> = new Set(['WARNING', 'ERROR', 'CRITICAL'])
const COMPLETED = /^LLM step completed in (\d+(?:\.\d+)?)s \(input=(\d+|\?), output=(\d+|\?)\)\s*$/
const RETRY = /^Retrying \w+ for the (\d+) time(?: \(last error: (.*)|\. Waiting \S+ seconds\.\s*$)/s
const OF_PROVIDER = /\bLLM (?:provider|API) error\b/
/** What processes that the client started wrote on their standard error stands in the log too, under this name. */
const OF_OTHERS = 'kimi_cli.utils.logging'
// kosong.chat_provider.APIStatusError: Error code: 429 - {…} · at the margin; the frames above it are indented
const EXCEPTION = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?::|$)/
// The client gives up after three tries within seconds; an old log does not say whose retries they are.
const REACH = 2 * MINUTE

// The bytes of what is taken out of a line before it is read: colours, spaces of other widths and of none.
// oxlint-disable-next-line no-control-regex -- the escape character is what a terminal's colours begin with
const HIDING = /[\u001B\u00A0]|\u00E2[\u0080\u0081]|\u00E3\u0080|\u00EF\u00BB/
/** Whether words of ours may stand in a line of which its bytes do not show them. */
const mayHide = (head: string) => HIDING.test(head)

/** What a traceback under an entry has told so far. */
interface OpenFailure {
  readonly entry: KimiLogEntry
  /** What of its line may be shown. */
  readonly head: string
  readonly cause: ProviderError | 'no refusal' | null
}

/**
 * Reads kimi.log, before and from version 1.31 on (docs/kimi.md#logs-of-kimi-cli): requests that were answered, tries
 * that failed, and why. A traceback belongs to the entry above it; of its lines only the exception is looked at.
 */
class KimiLogReader implements LineReader {
  private readonly evidence: LogEvidence
  private readonly tries = new FailedTries(REACH)
  /** When a try of each session failed last. */
  private readonly lastFailed = new Map<string, number>()
  private open: OpenFailure | null = null

  constructor(private readonly context: ParseContext) {
    this.evidence = new LogEvidence(context, 'kimi_log', 'kimi-cli', 'kimi.log')
  }

  get found(): number {
    return this.evidence.count
  }

  passOver({ head, isAll }: LineGlance): boolean {
    if (!isAll || !beginsKimiLogEntry(head) || mayHide(head) || this.mayTell(head)) return false
    this.close()
    return true
  }

  push(line: string, lineNumber: number): void {
    if (beginsKimiLogEntry(line)) {
      this.close()
      this.begin(line, lineNumber)
    } else if (isHalfKimiLogEntry(line)) {
      this.close()
      this.refuse(line, lineNumber, sentenceFor('entryCutOffEarly'))
    } else if (this.open && EXCEPTION.test(line)) {
      // Of exceptions that led to one another the last one is what the client met.
      this.open = { ...this.open, cause: readPythonError(line) ?? 'no refusal' }
    }
  }

  end(): Parsed {
    this.close()
    return this.evidence.parsed()
  }

  /** Most entries are of no interest; looking for a word is far cheaper than reading them. */
  private begin(line: string, lineNumber: number): void {
    if (!this.mayTell(line)) return
    if (!line.includes(' - ')) return this.refuse(line, lineNumber, sentenceFor('entryCutOffEarly'))
    const failing = FAILING.has(levelOf(line))
    const entry = readKimiLogEntry(line, lineNumber, this.context.zone)
    if (!entry) return this.refuse(line, lineNumber, sentenceFor('entryMessageOrTime'))
    const { message, name } = entry
    if (name.startsWith(OF_OTHERS)) return
    if (message.startsWith('LLM step completed in')) this.addCompleted(entry, line)
    else if (message.startsWith('Retrying ')) this.addRetry(entry, line)
    else if (failing) this.addFailing(entry, line)
  }

  private mayTell(line: string): boolean {
    return (
      !line.includes(' - ') ||
      line.includes('LLM step completed') ||
      line.includes('Retrying ') ||
      FAILING.has(levelOf(line))
    )
  }

  private addCompleted(entry: KimiLogEntry, line: string): void {
    const match = COMPLETED.exec(entry.message)
    if (!match) return this.refuse(line, entry.line, sentenceFor('answerCutOff'))
    const [, seconds = '', input = '', output = ''] = match
    const step = entry.agent ?? ''
    const elapsed = Math.round(Number(seconds) * 1000)
    // The seconds count from the first try: after a retry they say nothing about the call that was answered.
    const alone = entry.at - (this.lastFailed.get(step) ?? -Infinity) > elapsed
    this.tries.forget(step)
    this.evidence.addCall({
      ...callOf(entry, 'success'),
      durationMs: alone ? elapsed : null,
      inputTokens: input === '?' ? null : Number(input),
      outputTokens: output === '?' ? null : Number(output),
    })
  }

  private addRetry(entry: KimiLogEntry, line: string): void {
    const match = RETRY.exec(entry.message)
    if (!match) {
      // `Retrying …` of something else is no step of ours; one of ours that does not go on is cut off.
      if (/^Retrying \w+ for the \d+ time\b/.test(entry.message))
        this.refuse(line, entry.line, sentenceFor('retryCutOff'))
      return
    }
    const [, number = '', reason] = match
    this.evidence.addCall(callOf(entry, 'failure'))
    const { when, time, at } = entry
    this.lastFailed.set(entry.agent ?? '', at)
    const failed = { number: Number(number), at, when, time, line: entry.line }
    if (reason === undefined) return this.tries.add(entry.agent ?? '', failed)
    const error = readPythonError(reason)
    if (error === 'cut off') this.refuse(line, entry.line, sentenceFor('refusalCutOff'))
    else if (error) this.evidence.addError(error, entry, 1)
  }

  private addFailing(entry: KimiLogEntry, line: string): void {
    const error = readPythonError(entry.message)
    if (error) this.addFailure(entry, error, line)
    else this.open = { entry, head: headOfKimiLogEntry(line), cause: null }
  }

  private close(): void {
    if (!this.open) return
    const { entry, head, cause } = this.open
    this.open = null
    if (cause !== null && cause !== 'no refusal') this.addFailure(entry, cause, head)
    else if (OF_PROVIDER.test(entry.message)) {
      this.evidence.addCall(callOf(entry, 'failure'))
      if (cause === null) this.evidence.refuse(entry.line, sentenceFor('failureWithoutReason'), head)
    }
  }

  private addFailure(entry: KimiLogEntry, error: ProviderError, line: string): void {
    this.evidence.addCall(callOf(entry, 'failure'))
    if (error === 'cut off') return this.refuse(line, entry.line, sentenceFor('refusalCutOff'))
    this.addTriesBefore(entry, error)
    this.evidence.addError(error, entry, 1)
  }

  private addTriesBefore(entry: KimiLogEntry, error: ErrorContent): void {
    for (const { line, when, time } of this.tries.take(entry.agent ?? '', entry.at))
      this.evidence.addError(error, { line, when, time, agent: entry.agent }, 1)
  }

  private refuse(line: string, lineNumber: number, reason: Sentence): void {
    this.evidence.refuse(lineNumber, reason, headOfKimiLogEntry(line))
  }
}

/** An entry is written when a request has ended, or a try has failed. */
const callOf = (entry: KimiLogEntry, outcome: LoggedCall['outcome']): LoggedCall => ({
  line: entry.line,
  when: entry.when,
  time: entry.time,
  agent: entry.agent,
  key: [entry.agent, outcome],
  timeIs: 'end',
  durationMs: null,
  outcome,
  subagent: /\bsubagent/i.test(entry.message) || entry.name.includes('subagent') ? true : null,
  model: null,
  inputTokens: null,
  outputTokens: null,
})

// Tracebacks and what loguru draws around them. A meter or a row that is indented must not be taken for a frame.
const GOES_ON =
  /^\s*$|^File "|^Traceback \(most recent|^During handling of the above|^The above exception was|^(?:[A-Za-z_]\w*\.)+[A-Z]\w*(?::|$)|^[A-Z]\w*(?:Error|Exception|Interrupt)(?::|$)/
const INDENTED = /^(?:\s|[│|>└├┌╰╭])/
const EVIDENCE = /\d ?%|\d\d:\d\d:\d\d/

/** kimi-cli's log (docs/kimi.md#logs-of-kimi-cli). */
export const KIMI_LOG: LineFormat = {
  source: 'kimi_log',
  recognise: recogniseKimiLog,
  continues: (line) =>
    beginsKimiLogEntry(line) ||
    isHalfKimiLogEntry(line) ||
    GOES_ON.test(line) ||
    (INDENTED.test(line) && !EVIDENCE.test(line)),
  reader: (context) => new KimiLogReader(context),
}
