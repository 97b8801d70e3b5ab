import { formOf, type CellForm } from './cells.ts'
import type { FoundRows } from './find-rows.ts'
import { plainWord, type KnownList } from './known-layout.ts'

/** Rows as lines that our parsers read, or the first column that could not be told. */
export type PlacedRows =
  | { readonly ok: true; readonly heads: string | null; readonly lines: readonly string[] }
  | { readonly ok: false; readonly missing: string }

/** Puts cells into the order that `shared/parse` reads, joined by tabs. A column that nobody knows is left out. */
export function placeCells({ list, heads, rows }: FoundRows): PlacedRows {
  const width = rows[0]?.length ?? 0
  const places = heads?.length === width ? placesByHeads(list, heads) : placesByForm(list, rows)
  const missing = list.needed.find((column) => !places.has(column))
  if (missing !== undefined) return { ok: false, missing }
  const order = Object.keys(list.columns).filter((column) => places.has(column))
  const lines = rows.map((row) => order.map((column) => row[places.get(column) ?? -1] ?? '').join('\t'))
  const { heads: names } = list
  return { ok: true, heads: names && order.map((column) => names[column] ?? column).join('\t'), lines }
}

/** Each column at the first head that names it; a head names one column only, the first that wants it. */
function placesByHeads(list: KnownList, heads: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const words = heads.map(plainWord)
  for (const [column, names] of Object.entries(list.columns)) {
    const taken = new Set(places.values())
    const place = words.findIndex((word, index) => names.includes(word) && !taken.has(index))
    if (place >= 0) places.set(column, place)
  }
  return places
}

const FORM: Readonly<Record<string, CellForm>> = {
  id: 'uuid',
  client: 'client',
  time: 'second',
  percent: 'percent',
  what: 'minute',
}

/**
 * Without heads: a column whose cells all have its form. What has no form of its own (source, call type, status) is only
 * taken where the cells stand in the order in which the console has always shown them (docs/kimi.md#history-table):
 *
 *     id? · source · client · call type? · time · status?
 */
function placesByForm({ kind, columns }: KnownList, rows: FoundRows['rows']): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const column of Object.keys(columns)) {
    const form = FORM[column]
    if (form === undefined) continue
    const fitting = (rows[0] ?? []).flatMap((_, index) =>
      rows.every((row) => formOf(row[index] ?? '') === form) ? [index] : [],
    )
    if (fitting.length === 1 && fitting[0] !== undefined) places.set(column, fitting[0])
  }
  if (kind !== 'history') return places
  const width = rows[0]?.length ?? 0
  const id = places.get('id') ?? -1
  const client = places.get('client')
  const time = places.get('time')
  if (client === undefined || time === undefined || client - id !== 2) return places
  if (time - client === 1 || time - client === 2) places.set('source', id + 1)
  if (time - client === 2) places.set('type', client + 1)
  if (time + 1 < width) places.set('status', time + 1)
  return places
}
