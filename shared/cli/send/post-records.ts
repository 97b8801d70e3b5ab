import { gzipSync } from 'node:zlib'
import type { Answer } from '../world.ts'
import type { OtlpTarget } from './otlp-target.ts'

/** A collector says in a few words what it did not take. */
const LONGEST_BODY = 200_000

/** Posts one request to the address that OTEL_EXPORTER_OTLP_ENDPOINT names. Throws where there is no answer in time. */
export async function postRecords(target: OtlpTarget, json: string): Promise<Answer> {
  const response = await fetch(target.url, {
    method: 'POST',
    headers: {
      ...target.headers,
      'Content-Type': 'application/json',
      ...(target.gzip && { 'Content-Encoding': 'gzip' }),
    },
    body: target.gzip ? gzipSync(json) : json,
    redirect: 'manual', // headers may hold a key, which is for the address that was named
    signal: AbortSignal.timeout(target.timeout),
  })
  const text = await response.text()
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    body: response.ok && text.length <= LONGEST_BODY ? text : null,
  }
}
