// Chinese, its punctuation and full-width forms: two cells each, and a line may end between any two of them …
const WIDE = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFF60\\uFFE0-\\uFFE6'
// … but not before what closes.
const CLOSING = '，。；：、！？）」』】》”…'
const PIECE = new RegExp(`\\s+|[${WIDE}][${CLOSING}]*|[^\\s${WIDE}]+[${CLOSING}]*`, 'gu')
const ALL_WIDE = new RegExp(`[${WIDE}]`, 'gu')

/** How many cells of a terminal a text takes. */
const cellsOf = (text: string): number => text.length + (text.match(ALL_WIDE)?.length ?? 0)

/** A text in lines of at most so many cells, cut at spaces or between Chinese characters; a longer word stands alone. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let cells = 0
  let space = ''
  for (const [piece] of text.trim().matchAll(PIECE)) {
    if (piece.trim() === '') {
      space = ' '
      continue
    }
    const width = cellsOf(piece)
    if (line !== '' && cells + space.length + width > columns) {
      lines.push(line)
      line = piece
      cells = width
    } else {
      line += line === '' ? piece : `${space}${piece}`
      cells += width + space.length
    }
    space = ''
  }
  return line === '' ? lines : [...lines, line]
}
