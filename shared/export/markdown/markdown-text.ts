/** Text as Markdown that shows just this text: no markup, no HTML, no mention of a user, on one line. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~#]/g, String.raw`\$&`)
    .replaceAll('@', '&#64;')

/** An identifier in code style; also in a cell of a table. */
export function codeText(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line === '') return ''
  const fence = fenceFor(line, 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line.replaceAll('|', String.raw`\|`)}${pad}${fence}`
}

/** Text of several lines, shown as it is. */
export function fencedText(text: string): string {
  const fence = fenceFor(text, 3)
  return `${fence}text\n${text}\n${fence}`
}

/** Backticks, one more than the longest run of them in the text. */
function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? []
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)))
}

/** A table of cells that are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(tableLine).join('\n')

const tableLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
