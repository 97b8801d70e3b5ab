const HEAD = [
  'tool',
  'right',
  'wrong',
  'said unknown',
  'missed',
  'right where shown',
  'true cause ruled out',
  'blocks said, of them groundless',
]

/** @param {readonly (readonly [string, ReturnType<typeof import('./score.mjs').sumOf>])[]} rows */
export function tableOf(rows) {
  const lines = rows.map(([name, sum]) => [
    name,
    share(sum.right, sum.blocks),
    share(sum.wrong, sum.blocks),
    share(sum.unknown, sum.blocks),
    share(sum.missed, sum.blocks),
    share(sum.shownRight, sum.shown),
    share(sum.excluded, sum.blocks),
    `${sum.said}, ${sum.groundless}`,
  ])
  const all = [HEAD, ...lines]
  const widths = HEAD.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  const row = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [row(HEAD), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n')
}

const share = (part, of) => (of === 0 ? 'none' : `${((100 * part) / of).toFixed(1)} % (${part})`)
