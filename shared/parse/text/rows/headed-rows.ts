import { maskCredentials } from '../../scrub/mask.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

/** A line of heads and the rows under it, cells set apart by tabs. */
export interface HeadedRows {
  /** Which head stands over which cell; a head that is not known is not in it. */
  readonly places: ReadonlyMap<string, number>
  readonly rows: readonly { readonly index: number; readonly cells: readonly string[] }[]
  /** Index after the last row. */
  readonly to: number
}

/** The columns of a list by name, and the words that stand over them. */
export type Heads = Readonly<Record<string, readonly string[]>>

const cellsOf = (line: string): readonly string[] => line.split('\t').map((cell) => cell.trim())

/** Reads a list that begins with its heads on the line `from`; null where the heads that it needs are not there. */
export function readHeadedRows(
  lines: TextLines,
  from: number,
  heads: Heads,
  needed: readonly string[],
): HeadedRows | null {
  const line = lines.texts[from] ?? ''
  if (!line.includes('\t') || line.length > 400) return null
  const words = cellsOf(line).map((cell) => cell.toLowerCase())
  const places = new Map(
    Object.entries(heads).flatMap(([name, names]) => {
      const place = words.findIndex((word) => names.includes(word))
      return place < 0 ? [] : [[name, place] as const]
    }),
  )
  if (new Set(places.values()).size < places.size || !needed.every((name) => places.has(name))) return null
  const rows: { readonly index: number; readonly cells: readonly string[] }[] = []
  let to = from + 1
  for (; to < lines.texts.length; to += 1) {
    const text = lines.texts[to] ?? ''
    if (isBlank(text) || !text.includes('\t')) break
    rows.push({ index: to, cells: cellsOf(text) })
  }
  return { places, rows, to }
}

/** What a cell says, credentials masked; null where it is empty or only a dash. */
export const wordIn = (cell: string | undefined): string | null =>
  cell === undefined || /^[-–—]*$/.test(cell) ? null : maskCredentials(cell.slice(0, 400)).slice(0, 120)
