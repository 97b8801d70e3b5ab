import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import type { Meter, QuotaSnapshot } from '../../shared/evidence/kinds/quota-snapshot.ts'
import { recogniseJson } from '../../shared/parse/json/json-sources.ts'
import type { JsonPiece, ParseContext, Parsed } from '../../shared/parse/parser.ts'
import { instant, writeInstant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** The text of `test/fixtures/<path>`. */
export const readFixture = (path: string): string => readFileSync(`${FIXTURES}${path}`, 'utf8')

/** Paths of all JSON fixtures below `test/fixtures`. */
export const jsonFixtures = (): readonly string[] =>
  ['console', 'usages', 'seed'].flatMap((folder) =>
    readdirSync(`${FIXTURES}${folder}`)
      .filter((file) => file.endsWith('.json'))
      .map((file) => `${folder}/${file}`),
  )

/** An input captured at that instant, or of unknown age. */
export const contextAt = (iso: string | null): ParseContext => ({
  capture: 'capture:0123456789abcdef0123456789abcdef',
  at: iso === null ? null : at(iso),
  via: iso === null ? 'file' : 'page',
  input: 'body.json',
  zone: 'unknown',
})

export const wholePiece = (value: unknown): JsonPiece => ({ value, at: '$', line: null })

/** What the parser of its own source makes of a value; throws when no source knows it. */
export function parseJsonValue(value: unknown, iso: string | null = null): Evidence {
  const found = recogniseJson(value)
  if (!found) throw new Error('a test gives a value that nothing recognises')
  return evidenceOf(found.source.parse(wholePiece(value), contextAt(iso)))
}

export const evidenceOf = (parsed: Parsed): Evidence => ({ ...NO_EVIDENCE, ...parsed })

/** The one snapshot of a value. */
export function snapshotFrom(value: unknown, iso: string | null = null): QuotaSnapshot {
  const { snapshots } = parseJsonValue(value, iso)
  const [snapshot] = snapshots
  if (!snapshot || snapshots.length > 1)
    throw new Error(`a test expects one snapshot, not ${snapshots.length}`)
  return snapshot
}

/** `5h count 41 %`, `month/code ratio 2 %`, `7d ratio 0 % not explicit`, `other (60 min) count unknown` */
export function sayMeter(meter: Meter): string {
  const pool = meter.pool === null ? '' : `/${meter.pool}`
  const length = meter.window === 'other' ? ` (${meter.minutes ?? '?'} min)` : ''
  const share = meter.usedPercent === null ? 'unknown' : `${meter.usedPercent} %`
  const weak = meter.usedPercent === null || meter.explicit ? '' : ' not explicit'
  return `${meter.window}${pool}${length} ${meter.encoding} ${share}${weak}`
}

const INSTANTS = new Set(['from', 'to', 'at', 'subscribedAt', 'lastActive', 'firstSeen', 'lastSeen'])

/** Evidence as a golden shows it: instants can be read, empty lists are left out. */
export function writeGolden(evidence: Evidence): string {
  const kept = Object.entries(evidence).filter(([, list]) => !Array.isArray(list) || list.length > 0)
  const readable = (name: string, value: unknown) =>
    INSTANTS.has(name) && typeof value === 'number' ? writeInstant(instant(value)) : value
  return `${JSON.stringify(Object.fromEntries(kept), readable, 2)}\n`
}
