import { type AnyValueMap, SeverityNumber } from '@opentelemetry/api-logs'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { derivedEvents } from '../../../shared/export/otlp/derived-events.ts'
import { evidenceEvents, REFUSAL } from '../../../shared/export/otlp/evidence-events.ts'
import type { LogEvent } from '../../../shared/export/otlp/log-event.ts'
import { otlpBatches } from '../../../shared/export/otlp/otlp-json.ts'
import { writeOtlp } from '../../../shared/export/otlp/write-otlp.ts'
import { evidenceWith, page, row, seedEvidence } from '../../analyse/build.ts'
import { later, writeInstant } from '../../../shared/time/instant.ts'
import { at, zone } from '../../time/given.ts'
import { PLANTED, someEvidence, telltaleEvidence } from '../some-evidence.ts'
import { captureServer } from './capture-server.ts'
import { decodeOtlp } from './decode-otlp.ts'

const SENDER = { version: '0.2.0', instance: '5f0b8d4e-0000-4000-8000-000000000001', account: 'anton' }
const NOW = at('2026-12-01T00:00:00Z')

const reportOn = (evidence: Evidence, now = NOW) =>
  reportFrom(evidence, { now, zone: zone('Europe/Berlin'), rules: DEFAULT_RULES })

const linesOf = (evidence: Evidence, { account = 'anton', unmasked = false } = {}) => [
  ...writeOtlp(reportOn(evidence), evidence, { ...SENDER, account }, unmasked),
]
const recordsOf = (...given: Parameters<typeof linesOf>) =>
  linesOf(...given).flatMap((line) => decodeOtlp(line))

/** The SDK takes a small number for one of the machine's own clock, and pairs for what they are. */
const hrTime = (ms: number): [number, number] => [Math.floor(ms / 1000), (ms % 1000) * 1_000_000]

/** What the official SDK and exporter post for the same records. */
async function officially(events: readonly LogEvent[]): Promise<readonly string[]> {
  const { requests, address } = await captureServer()
  const provider = new LoggerProvider({
    resource: resourceFromAttributes({
      'service.name': 'quotascope',
      'service.version': SENDER.version,
      'service.instance.id': SENDER.instance,
      'quotascope.account': SENDER.account,
    }),
    processors: [
      new BatchLogRecordProcessor({ exporter: new OTLPLogExporter({ url: `${address}/v1/logs` }) }),
    ],
  })
  const logger = provider.getLogger('quotascope', SENDER.version)
  for (const { eventName, uid, at: time, seen, severity, attributes } of events) {
    const known: AnyValueMap = { 'log.record.uid': uid }
    for (const [key, value] of Object.entries(attributes))
      if (value !== null && value !== undefined)
        known[key] = typeof value === 'object' ? ('int' in value ? value.int : value.double) : value
    logger.emit({
      eventName,
      timestamp: hrTime(time ?? 0),
      observedTimestamp: hrTime(seen),
      severityNumber: SeverityNumber[severity],
      severityText: severity,
      attributes: known,
    })
  }
  await provider.forceFlush()
  await provider.shutdown()
  expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(['/v1/logs']))
  return requests.map(({ body }) => body)
}

describe('OTLP', () => {
  it.each([true, false])('is, decoded, what the official exporter sends (unmasked: %s)', async (unmasked) => {
    const evidence = mergeEvidence(seedEvidence(), telltaleEvidence())
    const report = reportOn(evidence)
    const options = { account: 'anton', unmasked }
    const events = [...evidenceEvents(report, evidence, options), ...derivedEvents(report, 'anton').events]
    expect(new Set(events.map(({ eventName }) => eventName)).size).toBeGreaterThanOrEqual(9)
    const ours = [...otlpBatches(events, SENDER)].flatMap(decodeOtlp)
    expect(ours).toEqual((await officially(events)).flatMap(decodeOtlp))
  })

  it('is one request a line, of at most a thousand records', () => {
    const rows = Array.from({ length: 2500 }, (_, index) =>
      row(writeInstant(later(at('2026-03-02T00:00:00Z'), index * 1000))),
    )
    const lines = linesOf(evidenceWith(page(rows)))
    expect(lines.map((line) => decodeOtlp(line).length).slice(0, 2)).toEqual([1000, 1000])
    for (const line of lines) expect(line.indexOf('\n')).toBe(line.length - 1)
    const named = lines.flatMap(decodeOtlp).filter(({ eventName }) => eventName === 'quotascope.request')
    expect(named).toHaveLength(2500)
  })

  it('has no half of a character, for which a collector would refuse all that comes with it', () => {
    const evidence = evidenceWith(page([row('2026-03-02T15:00:00Z', { userAgent: 'a\uD83D👍/1' })]))
    expect(linesOf(evidence).join('')).toContain('"a\uFFFD👍/1"')
  })

  it('has no uid twice, and the same ones for the same evidence at any time and in any form', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const uids = (unmasked: boolean, now = NOW) =>
          [...evidenceEvents(reportOn(evidence, now), evidence, { account: 'anton', unmasked })].map(
            ({ uid }) => uid,
          )
        const first = uids(false)
        expect(new Set(first).size).toBe(first.length)
        expect(uids(true, later(NOW, 1000))).toEqual(first)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps accounts apart that were refused alike', () => {
    const uids = (account: string) =>
      recordsOf(seedEvidence(), { account, unmasked: false }).map(
        ({ attributes }) => attributes['log.record.uid'],
      )
    expect(new Set([...uids('anton'), ...uids('berta')]).size).toBe(2 * uids('anton').length)
  })

  it('names the row of a table that a request turned out to be', () => {
    const second = '2026-03-02T15:18:57Z'
    const printed = row(second)
    const requested = row(second, {
      requestId: 'bef2fd2b-85dc-4958-9152-02d98e7d7a5b',
      status: 429,
      outcome: 'failure',
    })
    const rowsIn = (evidence: Evidence) =>
      recordsOf(evidence).filter(
        ({ eventName }) => eventName === REFUSAL || eventName === 'quotascope.request',
      )
    const [before] = rowsIn(evidenceWith(page([printed])))
    const after = rowsIn(mergeEvidence(evidenceWith(page([printed])), evidenceWith(page([requested]))))
    expect(after).toHaveLength(1)
    expect(after[0]?.attributes['quotascope.replaces']).toBe(before?.attributes['log.record.uid'])
    expect(after[0]?.attributes['log.record.uid']).not.toBe(before?.attributes['log.record.uid'])
  })

  it('has a digest that changes with what was concluded, and not with the clock', () => {
    const digestOf = (evidence: Evidence, now = NOW) => derivedEvents(reportOn(evidence, now), 'anton').digest
    expect(digestOf(seedEvidence(), later(NOW, 1000))).toBe(digestOf(seedEvidence()))
    expect(digestOf(mergeEvidence(seedEvidence(), telltaleEvidence()))).not.toBe(digestOf(seedEvidence()))
  })

  it('ends on the report, which names the digest of all that was concluded', () => {
    const records = recordsOf(seedEvidence())
    const last = records.at(-1)
    expect(last?.eventName).toBe('quotascope.report')
    const concluded = records.filter(({ attributes }) => 'quotascope.digest' in attributes)
    expect(concluded.length).toBeGreaterThan(3)
    expect(new Set(concluded.map(({ attributes }) => attributes['quotascope.digest'])).size).toBe(1)
  })

  it('holds ids and names where they were asked for, and not otherwise', () => {
    const text = (unmasked: boolean) => linesOf(telltaleEvidence(), { account: 'anton', unmasked }).join('')
    expect(text(true)).toContain(PLANTED.requestId)
    expect(text(true)).toContain(PLANTED.keyName)
    expect(text(false)).not.toMatch(/planted|bef2fd2b|anna|安娜/i)
    for (const unmasked of [true, false]) expect(text(unmasked)).not.toContain(PLANTED.note.slice(-20))
  })
})
