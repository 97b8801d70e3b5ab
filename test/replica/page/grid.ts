import { element } from './element.ts'
import { look } from './look.ts'
import { words } from './words.ts'

/** A table as the page draws it, whatever it is made of. */
export interface Grid {
  readonly element: HTMLElement
  /** What holds the rows. */
  readonly body: HTMLElement
  readonly row: (cells: readonly string[]) => HTMLElement
}

/** A table of these columns in the markup of the day. */
export function newGrid(columns: readonly string[]): Grid {
  if (look.markup === 'blocks') return blocks(columns)
  return look.markup === 'reordered' ? reordered(columns) : table(columns)
}

function table(columns: readonly string[]): Grid {
  const body = element('tbody')
  const head = element('tr', {}, ...columns.map((text) => element('th', { text })))
  return {
    element: element('table', { class: 'data-table' }, element('thead', {}, head), body),
    body,
    row: (cells) => element('tr', {}, ...cells.map((text) => element('td', { text }))),
  }
}

/** As a library of components does it: no table at all, every text in a box of its own. */
function blocks(columns: readonly string[]): Grid {
  const cell = (text: string) =>
    element('div', { class: 'k_2c81' }, element('span', { class: 'k_77aa' }, element('em', { text })))
  const body = element('div', { class: 'k_b0d7' })
  return {
    element: element(
      'div',
      { class: 'k_9f2e' },
      element('div', { class: 'k_51c0 k_row' }, ...columns.map(cell)),
      body,
    ),
    body,
    row: (cells) => element('div', { class: 'k_row' }, ...cells.map(cell)),
  }
}

/** Columns from right to left, with one that nobody knows, and the heads in an ordinary row. */
function reordered(columns: readonly string[]): Grid {
  const body = element('tbody')
  const line = (cells: readonly string[], extra: string) =>
    element('tr', {}, ...[...cells.toReversed(), extra].map((text) => element('td', { text })))
  const head = element('tbody', {}, line(columns, words.region))
  return {
    element: element('table', { class: 'v2-grid' }, head, body),
    body,
    row: (cells) => line(cells, 'ap-1'),
  }
}
