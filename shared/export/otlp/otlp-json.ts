import { withoutControls } from '../../evidence/without-controls.ts'
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
  const written: Written = new Map()
  let batch: string[] = []
  for (const event of events) {
    batch.push(logRecord(event, written))
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

/**
 * One log record. A time that is not known is left out, which is how proto3 writes "unknown". `written` holds attributes that were
 * written before: of a million rows most say the same few models, clients and statuses.
 */
export function logRecord(
  { eventName, uid, at, seen, severity, attributes }: LogEvent,
  written: Written = new Map(),
): string {
  const time = at === null ? '' : `"timeUnixNano":"${unixNano(at)}",`
  return (
    `{${time}"observedTimeUnixNano":"${unixNano(seen)}","severityNumber":${SEVERITY[severity]},"severityText":"${severity}",` +
    `"eventName":"${eventName}","attributes":[{"key":"log.record.uid","value":{"stringValue":"${uid}"}},${attributesJson(attributes, written)}]}`
  )
}

/** Attributes as they were written before, by key and value. */
type Written = Map<string, Map<string | number | boolean, string>>

/** Of a key with more values than this nearly every value is new. */
const MOST_VALUES = 500

function attributesJson(attributes: OtlpAttributes, written: Written = new Map()): string {
  let json = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== null && value !== undefined)
      json += `${json === '' ? '' : ','}${attributeJson(key, value, written)}`
  }
  return json
}

function attributeJson(key: string, value: OtlpValue, written: Written): string {
  if (typeof value === 'object' && !('int' in value)) return `{"key":"${key}","value":${valueJson(value)}}`
  const said = typeof value === 'object' ? value.int : value
  const ofKey = written.get(key) ?? new Map<string | number | boolean, string>()
  const known = ofKey.get(said)
  if (known !== undefined) return known
  const json = `{"key":"${key}","value":${valueJson(value)}}`
  if (ofKey.size < MOST_VALUES) written.set(key, ofKey.set(said, json))
  return json
}

/** Half a character, of a name that was kept before they were taken out: a collector would refuse all that comes with it. */
function textJson(value: string): string {
  const json = JSON.stringify(value)
  return json.includes(String.raw`\ud`) ? JSON.stringify(withoutControls(value)) : json
}

function valueJson(value: OtlpValue): string {
  if (typeof value === 'string') return `{"stringValue":${textJson(value)}}`
  if (typeof value === 'boolean') return `{"boolValue":${value}}`
  return 'int' in value ? `{"intValue":"${value.int}"}` : `{"doubleValue":${value.double}}`
}
