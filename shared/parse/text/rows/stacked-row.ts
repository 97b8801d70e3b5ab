import { readHistoryRow, type HistoryRow } from './history-row.ts'
import { findRowTime } from './row-time.ts'
import { DEVICE, readStatus } from './row-words.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

/** A row of which every cell has a line of its own, and the index after it. */
export interface StackedRow {
  readonly row: HistoryRow
  readonly to: number
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const CLIENT = /^[\w.-]+\/[\w.+-]+(?: \([^()]*\))?(?: [\w.-]+\/[\w.+-]+(?: \([^()]*\))?)*$/
/** Id, source, client, call type and time, with room for one cell more. */
const MAX_CELLS = 6
const LONGEST_CELL = 120

/**
 * Reads a row that was copied from a page whose table is none: browsers then put every cell on its own line.
 *
 *     Login Device ⏎ KimiCLI/1.16.0 ⏎ 2026/03/02 17:25:14 ⏎ Success
 */
export function readStackedRow(lines: TextLines, from: number, inPage: boolean): StackedRow | null {
  if (!beginsStack(lines, from)) return null
  const cells: string[] = []
  for (let index = from; cells.length < MAX_CELLS;) {
    const cell = (lines.texts[index] ?? '').trim()
    if (cell === '' || cell.length > LONGEST_CELL) return null
    cells.push(cell)
    index = nextLine(lines, index)
    const time = findRowTime(cell)
    if (!time) continue
    if (time.from > 0 || time.to < cell.length) return null
    const status = statusAt(lines, index)
    const row = readHistoryRow([...cells, status ?? ''].join('\t'), lines.lineOf(from), inPage)
    return row && { row, to: status === null ? lastOf(lines, index) : index + 1 }
  }
  return null
}

function beginsStack(lines: TextLines, from: number): boolean {
  const cell = (lines.texts[from] ?? '').trim()
  if (cell === '' || cell.length > LONGEST_CELL) return false
  if (UUID.test(cell) || DEVICE.test(cell)) return true
  return CLIENT.test((lines.texts[nextLine(lines, from)] ?? '').trim()) && !CLIENT.test(cell)
}

/** The next line with something on it; a blank one between two cells is the page's own. */
function nextLine(lines: TextLines, index: number): number {
  return isBlank(lines.texts[index + 1] ?? '') ? index + 2 : index + 1
}

/** The index after the line before `index`: blank lines after a row are not part of it. */
const lastOf = (lines: TextLines, index: number) =>
  isBlank(lines.texts[index - 1] ?? '') ? index - 1 : index

/** A word that is a status, or that stands where one does: right before the next row. */
function statusAt(lines: TextLines, index: number): string | null {
  const text = (lines.texts[index] ?? '').trim()
  if (text === '' || text.length > 30) return null
  const { known } = readStatus(text)
  return known || (!beginsStack(lines, index) && beginsStack(lines, nextLine(lines, index))) ? text : null
}
