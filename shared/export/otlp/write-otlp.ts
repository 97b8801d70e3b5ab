import type { Report } from '../../analyse/report.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { derivedEvents } from './derived-events.ts'
import { evidenceEvents, type OtlpOptions } from './evidence-events.ts'
import type { LogEvent } from './log-event.ts'
import { otlpBatches, type OtlpSender } from './otlp-json.ts'

/**
 * Evidence and conclusions as OTLP/JSON logs, one request with up to a thousand records a line, which is what a
 * collector's `otlpjsonfile` receiver reads. A million rows are longer than any one text, so it is given in lines. What is concluded comes last, so that a file that was cut leaves an engine
 * with the conclusions of the one before.
 */
export function* writeOtlp(
  report: Report,
  evidence: Evidence,
  sender: OtlpSender,
  unmasked: boolean,
): Generator<string> {
  const options = { account: sender.account, unmasked }
  for (const line of otlpBatches(allEvents(report, evidence, options), sender)) yield `${line}\n`
}

/** Every record of a file: first what the evidence holds, then what was concluded. */
function* allEvents(report: Report, evidence: Evidence, options: OtlpOptions): Generator<LogEvent> {
  yield* evidenceEvents(report, evidence, options)
  yield* derivedEvents(report, options.account).events
}
