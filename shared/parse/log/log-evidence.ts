import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { CaptureSource } from '../../evidence/kinds/capture.ts'
import type { ErrorObservation } from '../../evidence/kinds/error-observation.ts'
import { evidenceId } from '../../evidence/id.ts'
import type { Origin } from '../../evidence/origin.ts'
import type { Sentence } from '../../evidence/sentences/sentence.ts'
import type { When } from '../../evidence/when.ts'
import type { ParseContext, Parsed } from '../parser.ts'
import { rejectOf, type Refusal } from '../reject.ts'
import type { ErrorContent } from '../text/errors/error-body.ts'
import { compact } from '../../evidence/errors/error-classes.ts'
import { errorOf } from '../text/errors/error-observation.ts'
import { findUnknownFields, UnknownFieldCount } from '../json/unknown-fields.ts'
import type { z } from '../zod.ts'
import { agentLabel } from './agent-label.ts'
import { detachedCopy } from './detached-copy.ts'

/** What an entry says of itself, whatever it is about. */
export interface Entry {
  readonly line: number
  readonly when: When
  /** The time as it goes into an id, see LogTime. */
  readonly time: string
  /** Session or agent as the log names it; kept only as a label. */
  readonly agent: string | null
}

/** A request as an entry tells it. */
export interface LoggedCall extends Entry {
  /** What tells it from other requests of the same moment. */
  readonly key: readonly (string | number | null)[]
  /** The id of its answer, where the log has one: several logs that tell it are sightings of one call. */
  readonly answer?: string | null
  readonly timeIs: ClientCall['timeIs']
  readonly durationMs: number | null
  readonly outcome: ClientCall['outcome']
  readonly subagent: boolean | null
  readonly model: string | null
  readonly inputTokens: number | null
  readonly outputTokens: number | null
}

/** Something that is told, and still without its origins. */
type Draft<Told> = { -readonly [Name in keyof Told]: Told[Name] }

/** Drafts, and on which line each of them stands. */
class Drafts<Told extends { readonly origins: readonly Origin[] }> {
  private readonly told: Draft<Told>[] = []
  private readonly lines: number[] = []

  push(told: Draft<Told>, line: number): void {
    this.told.push(told)
    this.lines.push(line)
  }

  get count(): number {
    return this.told.length
  }

  /** The origins are written into what is there: a copy of a hundred thousand calls would be held beside them. */
  inCapture(capture: string): readonly Draft<Told>[] {
    for (const [index, told] of this.told.entries())
      told.origins = [{ capture, at: `line ${this.lines[index] ?? 0}` }]
    return this.told
  }
}

/** Tells equal entries of one moment apart. */
class Ordinals {
  private readonly ofThisMoment = new Map<string, number>()
  private moment = ''

  next(time: string, key: string): number {
    if (time !== this.moment) {
      this.moment = time
      this.ofThisMoment.clear()
    }
    const ordinal = this.ofThisMoment.get(key) ?? 0
    this.ofThisMoment.set(key, ordinal + 1)
    return ordinal
  }
}

/**
 * Collects what a log tells. Ids are made of what the entries say, never of where they stand: a rotated copy, and the
 * session's log beside the global one, give the same evidence again. Entries that are equal in all of it are told apart
 * by their ordinal. Which capture it is read in, is asked for at the end only.
 */
export class LogEvidence {
  private readonly calls = new Drafts<ClientCall>()
  private readonly errors = new Drafts<ErrorObservation>()
  private readonly refusals: Refusal[] = []
  private readonly unknown: UnknownFieldCount
  private readonly words = new Map<string, string>()
  private readonly labels = new Map<string, string | null>()
  // a call is told with its beginning once it has ended, so that calls and errors come by clocks of their own
  private readonly ordinals = { call: new Ordinals(), error: new Ordinals() }

  /** `log` names the kind of log in ids: two logs that tell the same request are two sightings of it. */
  constructor(
    private readonly context: ParseContext,
    private readonly source: CaptureSource,
    private readonly client: ClientCall['client'],
    private readonly log: string,
  ) {
    this.unknown = new UnknownFieldCount(source)
  }

  addCall(call: LoggedCall): void {
    const { line, when, time, agent, key, model, answer = null } = call
    const id =
      answer === null
        ? this.idOf('call', time, key)
        : detachedCopy(evidenceId('call', this.client, 'answer', answer))
    const told = {
      id,
      when,
      timeIs: call.timeIs,
      durationMs: call.durationMs,
      outcome: call.outcome,
      client: this.client,
      agent: this.label(agent),
      subagent: call.subagent,
      model: model === null ? null : this.word(model),
      inputTokens: call.inputTokens,
      outputTokens: call.outputTokens,
      origins: NO_ORIGINS,
    }
    this.calls.push(told, line)
  }

  /** A refusal. `attempts`: tries that this entry stands for; null when not stated. */
  /** `isClients`: it was the client whose log this is that was refused, and not another program with the same form. */
  addError(
    content: ErrorContent,
    { line, when, time, agent }: Entry,
    attempts: number | null,
    isClients = true,
  ): void {
    const error = errorOf(content, '', this.context, when)
    const { errorClass, status, message } = error
    const told = {
      ...error,
      id: this.idOf('error', time, [agent, errorClass, compact(message), status]),
      message: this.word(message),
      type: error.type === null ? null : this.word(error.type),
      attempts,
      ...(isClients ? { client: this.client } : {}),
      origins: NO_ORIGINS,
    }
    this.errors.push(told, line)
  }

  get count(): number {
    return this.calls.count + this.errors.count
  }

  /** `shown` must hold nothing but what the client itself writes into every entry: no message, no content. */
  refuse(line: number, reason: Sentence, shown: string): void {
    this.refusals.push({ line, reason, text: detachedCopy(shown) })
  }

  /** Counts what a schema does not know of a record that was read. */
  countUnknown(schema: z.core.$ZodType, value: unknown, type: string): void {
    for (const { path } of findUnknownFields(schema, value, this.source))
      this.unknown.add(type, detachedCopy(path))
  }

  countUnknownName(name: string): void {
    this.unknown.add('', detachedCopy(name))
  }

  parsed(): Parsed {
    return {
      calls: this.calls.inCapture(this.context.capture),
      errors: this.errors.inCapture(this.context.capture),
      rejects: this.refusals.map((refusal) => rejectOf(this.context, refusal)),
      unknownFields: this.unknown.list(),
    }
  }

  private idOf(kind: 'call' | 'error', time: string, parts: readonly (string | number | null)[]): string {
    const ordinal = this.ordinals[kind].next(time, JSON.stringify(parts))
    return detachedCopy(evidenceId(kind, this.client, this.log, time, ...parts, ordinal))
  }

  /** One copy of each text that is kept more than once. */
  private word(text: string): string {
    const known = this.words.get(text)
    if (known !== undefined) return known
    if (this.words.size >= MAX_WORDS) this.words.clear()
    const copy = detachedCopy(text)
    this.words.set(copy, copy)
    return copy
  }

  private label(agent: string | null): string | null {
    if (agent === null) return null
    const known = this.labels.get(agent)
    if (known !== undefined) return known
    if (this.labels.size >= MAX_WORDS) this.labels.clear()
    const label = agentLabel(agent)
    this.labels.set(detachedCopy(agent), label)
    return label
  }
}

const NO_ORIGINS: readonly Origin[] = []
const MAX_WORDS = 5_000
