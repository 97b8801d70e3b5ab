import { isAboutRefusal, isRefused } from '../../analyse/blocks/refusals.ts'
import { listErrors, type ListedError } from '../../analyse/views/error-list.ts'
import { listedTime, type ListedTime } from '../../analyse/views/listed-time.ts'
import { listReadings, type ListedReading } from '../../analyse/views/reading-list.ts'
import type { Report } from '../../analyse/report.ts'
import type { ClientCall } from '../../evidence/kinds/client-call.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { isExample } from '../../evidence/example.ts'
import type { Origin } from '../../evidence/origin.ts'
import type { Meter } from '../../evidence/kinds/quota-snapshot.ts'
import type { UsageRecord } from '../../evidence/kinds/usage-record.ts'
import { maskText } from '../../parse/scrub/mask.ts'
import type { Instant } from '../../time/instant.ts'
import { meterJson } from '../evidence-json.ts'
import { double, int, uidOf, undated, type LogEvent } from './log-event.ts'

export interface OtlpOptions {
  /** The label under which an engine keeps it. */
  readonly account: string
  /** Request ids, names of API keys and texts as they are. Without: no id, no name, and texts as in other exports. */
  readonly unmasked: boolean
}

/** What an event takes besides the piece that it tells of. */
interface Telling extends OtlpOptions {
  readonly report: Report
  readonly seenAt: (origins: readonly Origin[]) => Instant
  readonly word: (text: string | null) => string | null
}

/** A refusal, by OpenTelemetry's conventions for clients of generative models; they give it severity WARN. */
export const REFUSAL = 'gen_ai.client.operation.exception'
const REFUSED = { 'gen_ai.provider.name': 'moonshot_ai', 'gen_ai.operation.name': 'chat' }

/**
 * What the evidence holds as log records: every row of the history, every call of a log, every error text that tells of
 * a refusal, every meter of every reading. Examples, and errors of other products, are no evidence and are left out; so
 * is what people wrote.
 */
export function* evidenceEvents(
  report: Report,
  evidence: Evidence,
  options: OtlpOptions,
): Generator<LogEvent> {
  const telling = tellingOf(report, evidence, options)
  for (const record of evidence.records) yield rowEvent(record, telling)
  for (const call of evidence.calls) yield callEvent(call, telling)
  for (const listed of listErrors({ report, evidence }))
    if (isAboutRefusal(listed.error) && !isExample(listed.error)) yield textEvent(listed, telling)
  for (const reading of listReadings({ report, evidence }))
    if (!isExample(reading.snapshot)) yield* meterEvents(reading, telling)
}

/** An event a meter; a reading without any tells of the plan all the same. */
function* meterEvents(reading: ListedReading, telling: Telling): Generator<LogEvent> {
  const { meters, plan, cap } = reading.snapshot
  for (const [index, meter] of meters.entries()) yield meterEvent(reading, meter, index, telling)
  if (meters.length === 0 && (plan !== null || cap !== null)) yield meterEvent(reading, null, 0, telling)
}

function tellingOf(report: Report, { captures }: Evidence, options: OtlpOptions): Telling {
  const times = new Map(captures.map(({ id, at }) => [id, at]))
  const words = new Map<string, string>()
  return {
    ...options,
    report,
    seenAt: (origins) => {
      let newest: Instant | null = null
      for (const { capture } of origins) {
        const at = times.get(capture) ?? null
        if (at !== null && (newest === null || at > newest)) newest = at
      }
      return newest ?? report.now
    },
    word: (text) => {
      if (text === null || options.unmasked) return text
      const known = words.get(text) ?? maskText(text)
      words.set(text, known)
      return known
    },
  }
}

/** In UTC, else as it was printed. */
function timed({ span, local, ambiguous }: ListedTime): Pick<LogEvent, 'at'> & { local: string | null } {
  const at = ambiguous || !span ? null : span.from
  return { at, local: at === null && local ? local.text : null }
}

function rowEvent(record: UsageRecord, telling: Telling): LogEvent {
  const { id, absorbed, status, outcome, source, origins } = record
  const uid = (row: string) => uidOf(telling.account, 'row', row)
  const refused = isRefused(record)
  const { at, local } = timed(listedTime(record.when, telling.report.zone))
  return {
    eventName: refused ? REFUSAL : 'quotascope.request',
    uid: uid(id),
    at,
    seen: telling.seenAt(origins),
    severity: refused ? 'WARN' : 'INFO',
    attributes: {
      ...(refused && REFUSED),
      'quotascope.evidence': refused ? 'row' : null,
      'gen_ai.request.model': telling.word(record.model),
      'user_agent.original': telling.word(record.userAgent),
      'http.response.status_code': int(status),
      'error.type': outcome === 'failure' ? (status === null ? '_OTHER' : String(status)) : null,
      'quotascope.outcome': outcome,
      'quotascope.source.kind': source.kind,
      'quotascope.call_type': telling.word(record.callType),
      // the row of a table that this request turned out to be: an engine may have it already
      'quotascope.replaces': absorbed === undefined ? null : uid(absorbed),
      'quotascope.local_time': local,
      'quotascope.undated': undated(at),
      ...(telling.unmasked && {
        'quotascope.request.id': record.requestId,
        'quotascope.source.name': source.name,
      }),
    },
  }
}

function callEvent(call: ClientCall, telling: Telling): LogEvent {
  const { at, local } = timed(listedTime(call.when, telling.report.zone))
  return {
    eventName: 'quotascope.call',
    uid: uidOf(telling.account, 'call', call.id),
    at,
    seen: telling.seenAt(call.origins),
    severity: 'INFO',
    attributes: {
      'gen_ai.request.model': telling.word(call.model),
      'gen_ai.usage.input_tokens': int(call.inputTokens),
      'gen_ai.usage.output_tokens': int(call.outputTokens),
      'user_agent.original': call.client,
      'quotascope.outcome': call.outcome,
      'quotascope.time_is': call.timeIs,
      'quotascope.duration_ms': int(call.durationMs),
      'quotascope.subagent': call.subagent,
      'quotascope.local_time': local,
      'quotascope.undated': undated(at),
    },
  }
}

function textEvent({ error, time, assumed, count }: ListedError, telling: Telling): LogEvent {
  const { at, local } = timed(time)
  return {
    eventName: REFUSAL,
    uid: uidOf(telling.account, 'error', error.id),
    at,
    seen: telling.seenAt(error.origins),
    severity: 'WARN',
    attributes: {
      ...REFUSED,
      'quotascope.evidence': 'error_text',
      'user_agent.original': error.client,
      'http.response.status_code': int(error.status),
      'error.type': error.errorClass,
      'exception.type': telling.word(error.type),
      'exception.message': telling.word(error.message),
      'quotascope.tries': int(count),
      'quotascope.time_assumed': assumed ? true : null,
      'quotascope.local_time': local,
      'quotascope.undated': undated(at),
    },
  }
}

const NO_METER = { window: null, pool: null, usedPercent: null }

function meterEvent(
  { snapshot, time }: ListedReading,
  meter: Meter | null,
  index: number,
  telling: Telling,
): LogEvent {
  const { window, pool, usedPercent } = meter ? meterJson(meter) : NO_METER
  const { at, local } = timed(time)
  return {
    eventName: 'quotascope.reading',
    uid: uidOf(telling.account, 'reading', snapshot.id, index),
    at,
    seen: telling.seenAt(snapshot.origins),
    severity: 'INFO',
    attributes: {
      'quotascope.reading.source': snapshot.source,
      'quotascope.window': window,
      'quotascope.pool': pool,
      'quotascope.used_percent': double(usedPercent),
      'quotascope.resets_at_unix_ms': meter?.reset?.kind === 'at' ? int(meter.reset.at) : null,
      'quotascope.plan': telling.word(snapshot.plan),
      'quotascope.cap': int(snapshot.cap),
      'quotascope.local_time': local,
      'quotascope.undated': undated(at),
    },
  }
}
