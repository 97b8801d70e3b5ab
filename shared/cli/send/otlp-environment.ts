import { SECOND } from '../../time/duration.ts'
import { UsageError, type World } from '../world.ts'
import type { OtlpTarget } from './otlp-target.ts'

/**
 * Reads OTEL_EXPORTER_OTLP_ENDPOINT, …_HEADERS, …_TIMEOUT, …_COMPRESSION and …_PROTOCOL, each of which
 * OTEL_EXPORTER_OTLP_LOGS_… overrides (https://opentelemetry.io/docs/specs/otel/protocol/exporter/). Unlike there, an
 * endpoint has no default: nothing is sent anywhere that nobody has named. Throws a UsageError.
 */
export function otlpTarget({ env }: Pick<World, 'env'>): OtlpTarget {
  const value = (name: string) =>
    env[`OTEL_EXPORTER_OTLP_LOGS_${name}`]?.trim() || env[`OTEL_EXPORTER_OTLP_${name}`]?.trim() || null
  const url = urlOf(env)
  expectOneOf('PROTOCOL', value('PROTOCOL'), ['http/json'])
  return {
    url: url.href,
    shown: url.origin + url.pathname,
    headers: readHeaders(value('HEADERS') ?? ''),
    timeout: readTimeout(value('TIMEOUT')),
    gzip: expectOneOf('COMPRESSION', value('COMPRESSION'), ['none', 'gzip']) === 'gzip',
  }
}

function urlOf(env: World['env']): URL {
  const own = env['OTEL_EXPORTER_OTLP_LOGS_ENDPOINT']?.trim()
  const common = env['OTEL_EXPORTER_OTLP_ENDPOINT']?.trim()
  // the path of the signal is added to the common address only
  const text = own || (common ? `${common.replace(/\/+$/, '')}/v1/logs` : '')
  if (text === '')
    throw new UsageError(
      'name where to send in OTEL_EXPORTER_OTLP_ENDPOINT, such as http://localhost:4318 for a collector on this machine',
    )
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError('OTEL_EXPORTER_OTLP_ENDPOINT: write an address that begins with http:// or https://')
  if (url.username !== '' || url.password !== '')
    throw new UsageError('OTEL_EXPORTER_OTLP_ENDPOINT: a password belongs into OTEL_EXPORTER_OTLP_HEADERS')
  return url
}

/** `api-key=abc,x-team=Blue%20team`. What is wrong is never repeated: it may be a secret. */
function readHeaders(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each): [string, string] => {
      const cut = each.indexOf('=')
      const name = each.slice(0, cut).trim()
      const value = decoded(each.slice(cut + 1).trim())
      if (
        cut < 1 ||
        value === null ||
        !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
        /[^\t\u0020-\u00FF]/.test(value)
      )
        throw new UsageError(
          'OTEL_EXPORTER_OTLP_HEADERS: write name=value,name=value; a comma in a value is %2C',
        )
      return [name, value]
    })
  return Object.fromEntries(pairs)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function readTimeout(text: string | null): number {
  if (text === null) return 10 * SECOND // as the specification has it
  const timeout = Number(text)
  if (!Number.isInteger(timeout) || timeout <= 0)
    throw new UsageError(`OTEL_EXPORTER_OTLP_TIMEOUT ${text}: write milliseconds, like 10000`)
  return timeout
}

function expectOneOf(name: string, value: string | null, known: readonly string[]): string | null {
  if (value !== null && !known.includes(value))
    throw new UsageError(
      `OTEL_EXPORTER_OTLP_${name} ${value}: this command knows ${known.join(' and ')} only`,
    )
  return value
}
