import { sentenceFor } from '../../../evidence/sentences/sentence-for.ts'
import type { Sentence } from '../../../evidence/sentences/sentence.ts'
import { span } from '../../../time/span.ts'
import type { ParseContext, Parsed } from '../../parser.ts'
import type { LineGlance } from '../../stream/native-bytes.ts'
import { findKnownMessage } from '../../text/errors/known-messages.ts'
import type { ErrorContent } from '../../text/errors/error-body.ts'
import { compact } from '../../../evidence/errors/error-classes.ts'
import { EchoedErrors, readEcho, readPrinted } from '../echoed-errors.ts'
import { FailedTries } from '../failed-tries.ts'
import {
  beginsKimiCodeEntry,
  continuesKimiCodeEntry,
  headOfKimiCodeEntry,
  isHalfKimiCodeEntry,
  readKimiCodeEntry,
  valueOnLine,
  type KimiCodeEntry,
} from './kimi-code-entry.ts'
import type { LineFormat, LineReader } from '../line-format.ts'
import { LogEvidence } from '../log-evidence.ts'
import type { LogTime } from '../log-time.ts'
import { LoggedRequests, REACH, type Begun, type Ended } from '../logged-requests.ts'
import { LoggedService } from '../logged-service.ts'
import { keptModel } from '../model-name.ts'
import { readNodeError } from '../provider-error.ts'
import { readAttempt } from '../read-attempt.ts'

const COUNT_AT_END = / (?:ttftMs|streamDurationMs|outputTokens)=\d*$/
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  (
    'turnStep attempt model modelAlias provider errorName errorMessage statusCode ttftMs streamDurationMs outputTokens ' +
    'requestBuildMs serverFirstTokenMs serverDecodeMs clientConsumeMs thinkingEffort serviceTier systemPromptChars ' +
    'toolCount partialMessageCount projection requestKind kind droppedCount clientBlockedMs delayMs'
  ).split(' '),
)
/** What of the entries is looked at: those about requests, and those that something went wrong. */
const LOOKED_AT = / llm | (?:WARN|ERROR) /
/** An entry that nothing stands before, in characters of one byte: of those that may be more, some are taken out. */
const PLAIN_ENTRY = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z (?:INFO|DEBUG) {1,2}[\t -~]{30,}$/

/**
 * Reads kimi-code.log (docs/kimi.md#logs-of-kimi-code). A request is known by its `turnStep`; the first engine logs
 * neither answers nor the tries before the last, so a request without an end stays unknown, and a try that was repeated
 * has failed.
 */
class KimiCodeLogReader implements LineReader {
  private readonly evidence: LogEvidence
  private readonly requests = new LoggedRequests((...pair) => this.addCall(...pair))
  private readonly tries = new FailedTries(REACH)
  private readonly service = new LoggedService()
  private readonly echoes = new EchoedErrors(({ said, time, line }) => this.addError(said, time, line, null))
  /** An entry about a request of kimi-code was read; other programs write entries of this form, too. */
  private isKimiCodes = false
  private last: { readonly line: string; readonly lineNumber: number } | null = null
  /** The entry that the next lines may go on with. */
  private open: KimiCodeEntry | null = null

  constructor(private readonly context: ParseContext) {
    this.evidence = new LogEvidence(context, 'kimi_code_log', 'kimi-code', 'kimi-code.log')
  }

  get found(): number {
    return this.evidence.count
  }

  passOver({ head, isAll }: LineGlance): boolean {
    if (!isAll || !PLAIN_ENTRY.test(head) || LOOKED_AT.test(head)) return false
    this.readLast(true)
    this.open = null
    return true
  }

  push(line: string, lineNumber: number): void {
    this.readLast(true)
    this.last = { line, lineNumber }
  }

  end(): Parsed {
    this.readLast(false)
    this.requests.endAll()
    this.echoes.end()
    return this.evidence.parsed()
  }

  /** A line that another one follows is whole; the number at the end of the last one may be the half of it. */
  private readLast(isWhole: boolean): void {
    const { last } = this
    this.last = null
    if (last) this.readLine(last.line, last.lineNumber, isWhole)
  }

  private readLine(line: string, lineNumber: number, isWhole: boolean): void {
    if (isHalfKimiCodeEntry(line)) return this.refuse(line, lineNumber, sentenceFor('entryCutOff'))
    if (!beginsKimiCodeEntry(line)) return this.goOn(line, lineNumber)
    this.open = null
    if (!LOOKED_AT.test(line)) return
    const entry = readKimiCodeEntry(isWhole ? line : line.replace(COUNT_AT_END, ''))
    if (!entry) return this.refuse(line, lineNumber, sentenceFor('entryTime'))
    this.echoes.pass(entry.time.at)
    const read = this.readerOf(entry.message)
    if (!read) return this.readTrouble(entry, lineNumber, line)
    this.isKimiCodes = true
    for (const name of entry.pairs.keys()) if (!KNOWN_NAMES.has(name)) this.evidence.countUnknownName(name)
    if (entry.cut !== null && !isKnown(entry.pairs.get(entry.cut)))
      return this.refuse(line, lineNumber, sentenceFor('entryCutOff'))
    return read(entry, lineNumber)
  }

  private readerOf(message: string): ((entry: KimiCodeEntry, line: number) => void) | null {
    if (message === 'llm request') return (entry, line) => this.begin(entry, line)
    if (message === 'llm response') return (entry, line) => this.answer(entry, line)
    if (message.startsWith('llm request failed')) return (entry, line) => this.fail(entry, line)
    return message === 'llm config' ? ({ pairs, time }) => this.service.configured(pairs, time.at) : null
  }

  /**
   * An entry about something else that failed: a turn, the start of the client. It may say why; and other programs write
   * entries of this form, with whatever Kimi said to them.
   */
  private readTrouble(entry: KimiCodeEntry, line: number, text: string): void {
    if (entry.level !== 'WARN' && entry.level !== 'ERROR') return
    this.open = entry
    const isTold = this.hold(entry.pairs.get('error') ?? entry.pairs.get('errorMessage'), entry, line)
    if (!isTold) this.holdEcho(readPrinted(text.slice(entry.indent), this.context), entry, line)
  }

  private goOn(line: string, lineNumber: number): void {
    if (this.open) this.hold(valueOnLine(line, this.open.indent) ?? undefined, this.open, lineNumber)
  }

  private hold(text: string | undefined, entry: KimiCodeEntry, line: number): boolean {
    const said = text === undefined ? null : readEcho(text)
    this.holdEcho(said, entry, line)
    return said !== null
  }

  private holdEcho(said: ErrorContent | null, { time }: KimiCodeEntry, line: number): void {
    if (said && this.service.of('', null, time.at) !== 'other') this.echoes.hold({ said, time, line })
  }

  private begin({ time, pairs }: KimiCodeEntry, line: number): void {
    const step = stepOf(pairs)
    const service = this.service.of(step, null, time.at)
    if (service === 'other') return
    const attempt = readAttempt(pairs.get('attempt') ?? null)?.number ?? 1
    const before = this.requests.only(step)
    if (before && attempt === before.attempt + 1) this.closeRepeated(step, before, time)
    this.requests.begin(step, { time, line, attempt, doubtful: service === 'either' })
  }

  private closeRepeated(step: string, before: Begun, now: LogTime): void {
    this.requests.drop(step)
    this.addCall(step, before, null, 'failure')
    // It failed at some moment between its own beginning and that of the next try.
    const when = { kind: 'span', span: span(before.time.at, Math.max(now.at, before.time.at + 1)) } as const
    const { line, time } = before
    this.tries.add(step, { number: before.attempt, at: now.at, when, time: time.key, line })
  }

  private answer({ time, pairs }: KimiCodeEntry, line: number): void {
    const step = stepOf(pairs)
    const service = this.service.of(step, null, time.at)
    if (service === 'other') return
    const durationMs = sumOf(countIn(pairs, 'ttftMs'), countIn(pairs, 'streamDurationMs'))
    this.tries.forget(step)
    this.requests.end(step, {
      time,
      line,
      outcome: service === 'either' ? 'unknown' : 'success',
      durationMs,
      model: null,
      outputTokens: countIn(pairs, 'outputTokens'),
    })
  }

  private fail({ time, pairs }: KimiCodeEntry, line: number): void {
    const step = stepOf(pairs)
    const model = pairs.get('model') ?? null
    const service = this.service.of(step, model, time.at)
    if (service === 'other') return
    const end = { time, line, outcome: 'failure', durationMs: null, outputTokens: null } as const
    this.requests.end(step, { ...end, model: keptModel(model) })
    const error = readNodeError(pairs.get('errorMessage') ?? '', statusIn(pairs))
    // Without a status it never reached the service: a broken line, a time-out.
    if (error === 'cut off' || error.status === null) return
    if (service === 'either' && !isKnown(error.message)) return
    const before = this.tries.take(step, time.at)
    for (const failed of before) this.evidence.addError(error, { ...failed, agent: null }, 1)
    const attempt = readAttempt(pairs.get('attempt') ?? null)
    this.echoes.tellsItself(error, time)
    this.addError(error, time, line, attempt === null ? null : attempt.number - before.length)
  }

  private addError(error: ErrorContent, time: LogTime, line: number, attempts: number | null): void {
    const entry = { line, when: time.when, time: time.key, agent: null }
    this.evidence.addError(error, entry, attempts, this.isKimiCodes)
  }

  /** A request with its end. Where its beginning is not in the log, its end is all that is known, and the other way round. */
  private addCall(
    step: string,
    begun: Begun | null,
    ended: Ended | null,
    outcome = ended?.outcome ?? 'unknown',
  ): void {
    const told = begun ?? ended
    if (!told) return
    const { time, line } = told
    const timeIs = begun ? 'start' : 'end'
    const twin = begun && begun.twin > 0 ? [begun.twin] : []
    const failedAfter = begun && ended?.outcome === 'failure' ? ended.time.at - begun.time.at : null
    this.evidence.addCall({
      line,
      when: time.when,
      time: time.key,
      agent: null,
      key: [step, begun?.attempt ?? 0, timeIs, ...twin],
      timeIs,
      durationMs: ended?.durationMs ?? failedAfter,
      outcome: begun?.doubtful === true && outcome === 'success' ? 'unknown' : outcome,
      subagent: null,
      model: ended?.model ?? this.service.onlyModel,
      inputTokens: null,
      outputTokens: ended?.outputTokens ?? null,
    })
  }

  private refuse(line: string, lineNumber: number, reason: Sentence): void {
    this.evidence.refuse(lineNumber, reason, headOfKimiCodeEntry(line))
  }
}

/** Whether what is left of a message is one that we know. */
const isKnown = (text: string | undefined) => text !== undefined && findKnownMessage(compact(text)) !== null

/** The first engine writes `0.1` for the first step of the first turn, the second one `0/1` in places. */
const stepOf = (pairs: KimiCodeEntry['pairs']) => (pairs.get('turnStep') ?? '').replace('/', '.').slice(0, 40)

function countIn(pairs: KimiCodeEntry['pairs'], name: string): number | null {
  const text = pairs.get(name)
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null
}

/** A whole status; one that is cut off has fewer digits. */
const statusIn = (pairs: KimiCodeEntry['pairs']) => {
  const text = pairs.get('statusCode') ?? ''
  return /^[45]\d\d$/.test(text) ? Number(text) : null
}

const sumOf = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

/** kimi-code's log (docs/kimi.md#logs-of-kimi-code). */
export const KIMI_CODE_LOG: LineFormat = {
  source: 'kimi_code_log',
  recognise: (line) => (beginsKimiCodeEntry(line) ? 'entries of kimi-code.log' : null),
  continues: (line) => line.trim() === '' || isHalfKimiCodeEntry(line) || continuesKimiCodeEntry(line),
  reader: (context) => new KimiCodeLogReader(context),
}
