/*
 * The usage panel of kimi-code (seen with version 2.1.0) drawn as it draws it: rows in columns, a frame as wide as the
 * longest row, and where the window is narrower, rows that end in dots.
 */

interface PanelRow {
  readonly label: string
  readonly used: number
  readonly hint: string | null
  readonly below?: string
}

export const MONTH_ROWS: readonly PanelRow[] = [
  { label: '5h limit', used: 16, hint: 'resets in 1h 59m' },
  { label: 'Weekly limit', used: 28, hint: 'resets in 3d 1h 59m' },
  { label: 'Monthly limit', used: 25, hint: 'resets in 10d 9h 59m', below: 'kimi 8% · code 18%' },
]

const EXTRA = [
  '',
  'Extra Usage',
  '  █████░░░░░░░░░░░░░░░',
  '  Used this month  $ 50.00',
  '  Monthly limit    $200.00',
  '  Balance          $100.00',
]

const SESSION = [
  'Session usage',
  '  kimi-code/kimi-for-coding  input 27.2k  output 203  total 27.4k',
  '',
  'Context window',
  '  █░░░░░░░░░░░░░░░░░░░      4%  (9.4k / 256k)',
  '',
]

/** The rows of the section with the plan's meters, under its heading. */
export function planRows(rows: readonly PanelRow[]): readonly string[] {
  const width = Math.max(10, ...rows.map(({ label }) => label.length))
  const shares = rows.map(({ used }) => `${used}% used`)
  const shareWidth = Math.max(...shares.map((share) => share.length))
  return [
    'Plan usage',
    ...rows.flatMap(({ label, used, hint, below }, index) => {
      const full = Math.round(used / 5)
      const bar = '█'.repeat(full) + '░'.repeat(20 - full)
      const share = (shares[index] ?? '').padEnd(shareWidth)
      const row = `  ${label.padEnd(width)}  ${bar}  ${share}${hint === null ? '' : `  ${hint}`}`
      return below === undefined ? [row] : [row, `  ${' '.repeat(width)}  ${below}`]
    }),
  ]
}

/** The panel in a window of that many columns. */
export function drawPanel(
  rows: readonly PanelRow[],
  columns = 160,
  extra: readonly string[] = EXTRA,
): string {
  const content = [...SESSION, ...planRows(rows), ...extra]
  const width = Math.min(columns - 6, Math.max(...content.map((row) => row.length)))
  const cut = (row: string) => (row.length > width ? `${row.slice(0, width - 3)}...` : row.padEnd(width))
  return [
    `  ╭ Usage ${'─'.repeat(width - 5)}╮`,
    ...content.map((row) => `  │ ${cut(row)} │`),
    `  ╰${'─'.repeat(width + 2)}╯`,
  ].join('\n')
}
