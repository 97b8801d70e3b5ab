import { readFileSync } from 'node:fs'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { reportJson } from '../../shared/export/report-json.ts'
import type { ReportJson } from '../../shared/export/report-schema.ts'
import { readInput } from '../../shared/intake.ts'
import { readZone, type Zone } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'
import type { FieldRow } from './field-row.ts'

/** All rows are reported for this moment. */
export const NOW = '2026-12-01T00:00:00Z'

/** What is made of an input: the evidence in it, and the report on nothing else. */
export interface RowRead {
  readonly evidence: Evidence
  readonly report: ReportJson
}

export const inputPath = (file: string): string => new URL(`inputs/${file}`, import.meta.url).pathname

export const textOf = (row: FieldRow): string =>
  'text' in row ? row.text : readFileSync(inputPath(row.file), 'utf8')

export function zoneOf(row: FieldRow): Zone {
  const zone = readZone(row.zone ?? 'unknown')
  if (zone === null) throw new Error(`${row.name} names no zone: ${row.zone}`)
  return zone
}

/** Reads and analyses an input as the command line does; `text` may stand in for that of the row. */
export function readRow(row: FieldRow, text = textOf(row)): RowRead {
  const zone = zoneOf(row)
  const captured = row.takenAt === undefined ? null : at(row.takenAt)
  const { evidence } = readInput(
    { at: captured, via: 'file', input: 'input', source: null, body: text },
    { zone, readAt: at(NOW) },
  )
  return reportOn(row, evidence)
}

export function reportOn(row: FieldRow, evidence: Evidence): RowRead {
  const options = { now: at(NOW), zone: zoneOf(row), rules: DEFAULT_RULES, claims: [] }
  return { evidence, report: reportJson(analyse(evidence, options), { language: 'en' }) }
}
