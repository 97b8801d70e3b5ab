import { readWallTime } from '../../../shared/time/wall.ts'
import { formOf, type CellForm } from '../../page/cells.ts'
import { findRows } from '../../page/find-rows.ts'
import { KNOWN_LISTS } from '../../page/known-layout.ts'
import { shownTexts } from '../../page/shown-text.ts'

/** A row of the page's own history table, as far as it says when and which it is. */
export interface HistoryRow {
  readonly element: Element
  readonly requestId: string | null
  /** What the row prints as its time, as if the clock hung in Greenwich; null where it cannot be read. */
  readonly wall: number | null
}

const HISTORY = KNOWN_LISTS.filter(({ kind }) => kind === 'history')

/** The rows of the history, by the same knowledge of the page by which they are read. */
export const findHistoryRows = (page: Document): readonly HistoryRow[] =>
  findRows(shownTexts(page.body), HISTORY).flatMap(({ elements, rows }) =>
    elements.map((element, index) => {
      const cells = rows[index] ?? []
      const wall = cellOf(cells, 'second')?.replace('T', ' ')
      return {
        element,
        requestId: cellOf(cells, 'uuid')?.toLowerCase() ?? null,
        wall: wall === undefined ? null : readWallTime(wall),
      }
    }),
  )

const cellOf = (cells: readonly string[], form: CellForm) => cells.find((cell) => formOf(cell) === form)
