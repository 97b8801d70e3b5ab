import { SEVERITY, unixNano, type LogEvent, type OtlpAttributes, type OtlpValue } from './log-event.ts'

/** Who sends: the product, its version, the installation. There is no name of a machine or person in it. */
export interface OtlpSender {
  readonly version: string
  /** The random id of this installation. */
  readonly instance: string
  /** The label under which an engine keeps the evidence. */
  readonly account: string
}

/** So many records in one request: about 300 kB, where collectors take 20 MB by default. */
export const BATCH = 1000

/**
 * Records as OTLP/JSON (the proto3 mapping with lowerCamelCase and 64-bit integers as strings): one
 * ExportLogsServiceRequest with up to a thousand records for each text that is given, without a line break in it.
 */
export function* otlpBatches(events: Iterable<LogEvent>, sender: OtlpSender): Generator<string> {
  let batch: string[] = []
  for (const event of events) {
    batch.push(logRecord(event))
    if (batch.length < BATCH) continue
    yield otlpRequest(batch, sender)
    batch = []
  }
  if (batch.length > 0) yield otlpRequest(batch, sender)
}

/** One request out of records that have been written. */
export const otlpRequest = (records: readonly string[], { version, instance, account }: OtlpSender): string =>
  `{"resourceLogs":[{"resource":{"attributes":[${attributesJson({
    'service.name': SERVICE,
    'service.version': version,
    'service.instance.id': instance,
    'quotascope.account': account,
  })}]},"scopeLogs":[{"scope":{"name":"${SERVICE}","version":${JSON.stringify(version)}},"logRecords":[${records.join(',')}]}]}]}`

const SERVICE = 'quotascope'

/** One log record. A time that is not known is left out, which is how proto3 writes "unknown". */
export function logRecord({ eventName, uid, at, seen, severity, attributes }: LogEvent): string {
  const time = at === null ? '' : `"timeUnixNano":"${unixNano(at)}",`
  return (
    `{${time}"observedTimeUnixNano":"${unixNano(seen)}","severityNumber":${SEVERITY[severity]},"severityText":"${severity}",` +
    `"eventName":"${eventName}","attributes":[{"key":"log.record.uid","value":{"stringValue":"${uid}"}},${attributesJson(attributes)}]}`
  )
}

function attributesJson(attributes: OtlpAttributes): string {
  let json = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== null && value !== undefined)
      json += `${json === '' ? '' : ','}{"key":"${key}","value":${valueJson(value)}}`
  }
  return json
}

function valueJson(value: OtlpValue): string {
  if (typeof value === 'string') return `{"stringValue":${JSON.stringify(value)}}`
  if (typeof value === 'boolean') return `{"boolValue":${value}}`
  return 'int' in value ? `{"intValue":"${value.int}"}` : `{"doubleValue":${value.double}}`
}
