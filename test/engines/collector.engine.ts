import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { writeOtlp } from '../../shared/export/otlp/write-otlp.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { seedEvidence } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { at } from '../time/given.ts'
import { openClickHouse } from './open-engines.ts'

/** The table of the collector's ClickHouse exporter, as it makes it; what the view of docs/engines does not read is left out. */
const OTEL_LOGS = `CREATE TABLE otel_logs (
  Timestamp DateTime64(9), SeverityText LowCardinality(String), SeverityNumber UInt8, ServiceName LowCardinality(String),
  Body String, ResourceAttributes Map(LowCardinality(String), String), LogAttributes Map(LowCardinality(String), String),
  EventName String
) ENGINE = MergeTree ORDER BY (ServiceName, Timestamp)`

const attributesSchema = z
  .array(
    z.object({
      key: z.string(),
      value: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  )
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, String(Object.values(value)[0])])))
const requestSchema = z.object({
  resourceLogs: z.array(
    z.object({
      resource: z.object({ attributes: attributesSchema }),
      scopeLogs: z.array(
        z.object({
          logRecords: z.array(
            z.object({
              timeUnixNano: z.string().optional(),
              observedTimeUnixNano: z.string(),
              severityNumber: z.number(),
              severityText: z.string(),
              eventName: z.string(),
              attributes: attributesSchema,
            }),
          ),
        }),
      ),
    }),
  ),
})

/** What the exporter makes of a request. It has no place for when a record was seen, and takes that where there is no other time. */
const rowsOf = (line: string): readonly string[] =>
  requestSchema.parse(JSON.parse(line)).resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map((record) => {
        const nanoseconds = record.timeUnixNano ?? record.observedTimeUnixNano
        return JSON.stringify({
          Timestamp: `${nanoseconds.slice(0, -9)}.${nanoseconds.slice(-9)}`,
          SeverityText: record.severityText,
          SeverityNumber: record.severityNumber,
          ServiceName: resource.attributes['service.name'],
          ResourceAttributes: resource.attributes,
          LogAttributes: record.attributes,
          EventName: record.eventName,
        })
      }),
    ),
  )

const VIEWS = [
  'blocked_minutes',
  'refusals_per_minute',
  'window_peaks',
  'who_was_refused',
  'coverage_gaps',
  'together',
] as const

it('what comes by a collector into ClickHouse answers as the lines themselves do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-collector-'))
  const engine = await openClickHouse(join(folder, 'clickhouse'))
  const evidence = mergeEvidence(seedEvidence(), telltaleEvidence())
  const report = reportFrom(evidence, {
    now: at('2026-03-09T00:00:00Z'),
    zone: UNKNOWN_ZONE,
    rules: DEFAULT_RULES,
  })
  const sender = { version: '0.2.0', instance: 'laptop', account: 'anton' }
  const lines = [...writeOtlp(report, evidence, sender, false)]
  writeFileSync(join(folder, 'lines.jsonl'), lines.join(''))
  writeFileSync(join(folder, 'rows.jsonl'), lines.flatMap(rowsOf).join('\n'))
  const held = async () => ({
    undated: await engine.read('SELECT uid FROM quotascope_record WHERE time IS NULL ORDER BY uid'),
    views: await Promise.all(VIEWS.map((view) => engine.read(`SELECT * FROM quotascope_${view}`))),
  })
  await engine.load(join(folder, 'lines.jsonl'))
  const byLines = await held()
  expect(byLines.undated.length).toBeGreaterThan(2)
  expect(byLines.views.flat().length).toBeGreaterThan(5)

  await engine.run('TRUNCATE TABLE quotascope_log')
  await engine.run(OTEL_LOGS)
  const readme = readFileSync(new URL('../../docs/engines/README.md', import.meta.url), 'utf8')
  await engine.run(/^CREATE MATERIALIZED VIEW quotascope_from_collector[^;]*/m.exec(readme)?.[0] ?? '')
  await engine.run(
    `INSERT INTO otel_logs SELECT * FROM file('${join(folder, 'rows.jsonl')}', 'JSONEachRow', 'Timestamp DateTime64(9), SeverityText String, SeverityNumber UInt8, ServiceName String, Body String, ResourceAttributes Map(String, String), LogAttributes Map(String, String), EventName String')`,
  )
  expect(await held()).toEqual(byLines)
})
