import type { DifferenceRow } from './tables/difference-rows.ts'
import { csvRow } from '../../../shared/export/csv-cell.ts'

/** A table as it is copied: its head, and rows of texts. */
export interface CopiedTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

export interface TableWords {
  readonly metric: (metric: DifferenceRow['metric']) => string
  readonly unknown: string
  readonly unsure: (change: string) => string
}

/** A cell as one text: `12 (+3)`, `12 (−3, unsure)`, `not seen`. */
const cellText = ({ amount, change, sure }: DifferenceRow['cells'][number], words: TableWords): string => {
  if (amount === null) return words.unknown
  if (change === null) return amount
  return `${amount} (${sure ? change : words.unsure(change)})`
}

export const rowsOf = (rows: readonly DifferenceRow[], words: TableWords): readonly (readonly string[])[] =>
  rows.map(({ metric, cells }) => [words.metric(metric), ...cells.map((cell) => cellText(cell, words))])

/** For a forum or an issue. A pipe in a cell would end it. */
export function tableMarkdown({ title, head, rows, notes }: CopiedTable): string {
  return [
    `**${title}**`,
    '',
    markdownRow(head),
    markdownRow(head.map((_, index) => (index === 0 ? ':--' : '--:'))),
    ...rows.map(markdownRow),
    '',
    ...notes,
    '',
  ].join('\n')
}

/** For a spreadsheet: the table, then the notes as rows of one cell. */
export const tableCsv = ({ head, rows, notes }: CopiedTable): string =>
  [head, ...rows, ...notes.map((note) => [note])].map(csvRow).join('')

const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll(/([\\|])/g, '\\$1').replaceAll(/\s+/g, ' ')).join(' | ')} |`
