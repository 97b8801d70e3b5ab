import type { Reason } from '../../evidence/sentences/reasons.ts'
import { MINUTE } from '../../time/duration.ts'
import { span } from '../../time/span.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { FailedTries } from './failed-tries.ts'
import {
  beginsKimiCodeEntry,
  headOfKimiCodeEntry,
  isHalfKimiCodeEntry,
  readKimiCodeEntry,
  type KimiCodeEntry,
} from './kimi-code-entry.ts'
import type { LineFormat, LineReader } from './line-format.ts'
import { LogEvidence, type LoggedCall } from './log-evidence.ts'
import type { LogTime } from './log-time.ts'
import { isOtherService, keptModel } from './model-name.ts'
import { readNodeError } from './provider-error.ts'
import { readAttempt } from './read-attempt.ts'

/** A request that has begun, and of which nothing more has been said. */
interface Pending {
  readonly time: LogTime
  readonly line: number
  readonly attempt: number
}

const COUNT_AT_END = / (?:ttftMs|streamDurationMs|outputTokens)=\d*$/
const KNOWN_NAMES: ReadonlySet<string> = new Set(
  (
    'turnStep attempt model modelAlias provider errorName errorMessage statusCode ttftMs streamDurationMs outputTokens ' +
    'requestBuildMs serverFirstTokenMs serverDecodeMs clientConsumeMs thinkingEffort serviceTier systemPromptChars ' +
    'toolCount partialMessageCount projection requestKind kind droppedCount'
  ).split(' '),
)
// Ten tries with up to 32 s of waiting between them, and calls that may hang (KIMI.md 4.4).
const REACH = 30 * MINUTE

/**
 * Reads kimi-code.log (KIMI.md 5.2). A request is known by its `turnStep`; the first engine logs neither answers nor the
 * tries before the last, so a request without an end stays unknown, and a try that was repeated has failed.
 */
class KimiCodeLogReader implements LineReader {
  private readonly evidence: LogEvidence
  private readonly pending = new Map<string, Pending>()
  /** Steps under whose name two agents wrote at the same time: whose answer is whose, nobody can tell. */
  private readonly shared = new Set<string>()
  private readonly tries = new FailedTries(REACH)
  private readonly services = new Set<'kimi' | 'other'>()
  private readonly models = new Set<string>()
  private last: { readonly line: string; readonly lineNumber: number } | null = null

  constructor(context: ParseContext) {
    this.evidence = new LogEvidence(context, 'kimi_code_log', 'kimi-code', 'kimi-code.log')
  }

  get found(): number {
    return this.evidence.count
  }

  push(line: string, lineNumber: number): void {
    this.readLast(true)
    this.last = { line, lineNumber }
  }

  end(): Parsed {
    this.readLast(false)
    for (const [step, request] of this.pending) this.addCall(step, request, { outcome: 'unknown' })
    this.pending.clear()
    return this.evidence.parsed()
  }

  /** A line that another one follows is whole; the number at the end of the last one may be the half of it. */
  private readLast(isWhole: boolean): void {
    const { last } = this
    this.last = null
    if (last) this.readLine(last.line, last.lineNumber, isWhole)
  }

  private readLine(line: string, lineNumber: number, isWhole: boolean): void {
    if (isHalfKimiCodeEntry(line)) return this.refuse(line, lineNumber, 'an entry that is cut off')
    if (!beginsKimiCodeEntry(line) || line.indexOf(' llm ') === -1) return
    const entry = readKimiCodeEntry(isWhole ? line : line.replace(COUNT_AT_END, ''))
    if (!entry) return this.refuse(line, lineNumber, 'an entry with a time that there is not')
    const read = this.readerOf(entry.message)
    if (!read) return
    if (!entry.whole) return this.refuse(line, lineNumber, 'an entry that is cut off')
    for (const name of entry.pairs.keys()) if (!KNOWN_NAMES.has(name)) this.evidence.countUnknownName(name)
    read(entry, lineNumber)
  }

  private readerOf(message: string): ((entry: KimiCodeEntry, line: number) => void) | null {
    if (message === 'llm request') return (entry, line) => this.begin(entry, line)
    if (message === 'llm response') return (entry, line) => this.answer(entry, line)
    if (message === 'llm request failed') return (entry, line) => this.fail(entry, line)
    return message === 'llm config' ? (entry) => this.noteService(entry) : null
  }

  private noteService({ pairs }: KimiCodeEntry): void {
    const [provider, model, alias] = ['provider', 'model', 'modelAlias'].map(
      (name) => pairs.get(name) ?? null,
    )
    this.services.add(isOtherService(provider ?? null, model ?? null, alias ?? null) ? 'other' : 'kimi')
    const kept = keptModel(alias ?? null) ?? keptModel(model ?? null)
    if (kept !== null) this.models.add(kept)
  }

  /** Where only another service has been set up, none of its requests is Kimi's. */
  private get isForeign(): boolean {
    return this.services.has('other') && !this.services.has('kimi')
  }

  /** Where both have, an answer may be of either: it must not stand for a success of Kimi's. */
  private get isMixed(): boolean {
    return this.services.size > 1
  }

  /** The model that was set up, as long as there is but one. */
  private get onlyModel(): string | null {
    const [only, ...others] = this.models
    return only !== undefined && others.length === 0 ? only : null
  }

  private begin({ time, pairs }: KimiCodeEntry, line: number): void {
    if (this.isForeign) return
    const step = stepOf(pairs)
    const attempt = readAttempt(pairs.get('attempt') ?? null)?.number ?? 1
    const before = this.pending.get(step)
    if (before) this.closeRepeated(step, before, attempt, time)
    this.pending.set(step, { time, line, attempt })
  }

  private closeRepeated(step: string, before: Pending, attempt: number, now: LogTime): void {
    const repeated = attempt === before.attempt + 1
    if (repeated && !this.shared.has(step)) {
      this.addCall(step, before, { outcome: 'failure' })
      // It failed at some moment between its own beginning and that of the next try.
      const when = { kind: 'span', span: span(before.time.at, Math.max(now.at, before.time.at + 1)) } as const
      const { line, time } = before
      this.tries.add(step, { number: before.attempt, at: now.at, when, time: time.key, line })
      return
    }
    // The same step begins anew: another agent's, or a new session's.
    if (now.at - before.time.at < REACH) this.shared.add(step)
    this.addCall(step, before, { outcome: 'unknown' })
  }

  private answer({ time, pairs }: KimiCodeEntry, line: number): void {
    if (this.isForeign) return
    const step = stepOf(pairs)
    const durationMs = sumOf(countIn(pairs, 'ttftMs'), countIn(pairs, 'streamDurationMs'))
    const outcome = this.isMixed ? 'unknown' : 'success'
    const result = { outcome, durationMs, outputTokens: countIn(pairs, 'outputTokens') } as const
    this.close(step, time, line, result)
  }

  private fail({ time, pairs }: KimiCodeEntry, line: number): void {
    const step = stepOf(pairs)
    const model = pairs.get('model') ?? null
    if (this.isForeign || isOtherService(null, model)) {
      this.pending.delete(step)
      return
    }
    const begun = this.pending.get(step)
    const durationMs = begun ? time.at - begun.time.at : null
    this.close(step, time, line, { outcome: 'failure', model: keptModel(model), durationMs })
    const status = statusIn(pairs)
    const error = readNodeError(pairs.get('errorMessage') ?? '', status)
    const entry = { line, when: time.when, time: time.key, agent: null }
    // Without a status it never reached the service: a broken line, a time-out.
    if (error === 'cut off' || error.status === null) return
    const before = this.tries.take(step, time.at)
    for (const failed of before) this.evidence.addError(error, { ...failed, agent: null }, 1)
    const attempt = readAttempt(pairs.get('attempt') ?? null)
    this.evidence.addError(error, entry, attempt === null ? null : attempt.number - before.length)
  }

  /** Ends the request of a step; where its beginning is not in the log, its end is all that is known. */
  private close(step: string, time: LogTime, line: number, result: Result): void {
    const request = this.pending.get(step)
    this.pending.delete(step)
    if (result.outcome === 'success') this.tries.forget(step)
    if (!request || this.shared.has(step)) {
      if (request) this.addCall(step, request, { outcome: 'unknown' })
      const durationMs = result.outcome === 'failure' ? null : (result.durationMs ?? null)
      this.addCall(step, { time, line, attempt: 0 }, { ...result, durationMs, timeIs: 'end' })
      return
    }
    this.addCall(step, request, result)
  }

  private addCall(step: string, { time, line, attempt }: Pending, result: Result): void {
    this.evidence.addCall({
      line,
      when: time.when,
      time: time.key,
      agent: null,
      key: [step, attempt, result.timeIs ?? 'start'],
      timeIs: result.timeIs ?? 'start',
      durationMs: result.durationMs ?? null,
      outcome: result.outcome,
      subagent: null,
      model: result.model ?? this.onlyModel,
      inputTokens: null,
      outputTokens: result.outputTokens ?? null,
    })
  }

  private refuse(line: string, lineNumber: number, reason: Reason): void {
    this.evidence.refuse(lineNumber, reason, headOfKimiCodeEntry(line))
  }
}

type Result = Pick<LoggedCall, 'outcome'> &
  Partial<Pick<LoggedCall, 'durationMs' | 'model' | 'outputTokens' | 'timeIs'>>

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

/** kimi-code's log (KIMI.md 5.2). */
export const KIMI_CODE_LOG: LineFormat = {
  source: 'kimi_code_log',
  recognise: (line) => (beginsKimiCodeEntry(line) ? 'entries of kimi-code.log' : null),
  continues: (line) => line.trim() === '' || isHalfKimiCodeEntry(line),
  reader: (context) => new KimiCodeLogReader(context),
}
