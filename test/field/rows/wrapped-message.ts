import type { FieldKind, FieldRow } from '../field-row.ts'

const LIMIT =
  "You've reached your 5-hour usage limit. Your quota will reset when the current 5-hour window ends."
const BUSY = "We're receiving too many requests at the moment. Please wait a moment and try again."

const at = (width: number, text: string): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []

const row = (
  name: string,
  lines: readonly string[],
  errorClass: string,
  status: number | null = 403,
): FieldRow => ({
  name,
  text: lines.join('\n'),
  right: { errors: [{ at: null, status, class: errorClass }], incidents: [] },
})

export const field: FieldKind = {
  kind: 'a message that was wrapped',
  rows: [
    row('at 72 characters', at(72, `Error: [provider.auth_error] 403 ${LIMIT}`), 'window_5h'),
    row('at 40', at(40, `Error: [provider.auth_error] 403 ${LIMIT}`), 'window_5h'),
    row('at 12', at(12, `403 ${LIMIT}`), 'window_5h'),
    row('at 9, in a list', ['- 429', ...at(9, BUSY).map((line) => `  ${line}`)], 'rate_or_concurrency', 429),
    row(
      'behind quote marks',
      at(30, `Error code: 403 ${LIMIT}`).map((line) => `> ${line}`),
      'window_5h',
    ),
    row(
      'behind quote marks of a quotation',
      at(30, `403 ${LIMIT}`).map((line) => `> > ${line}`),
      'window_5h',
    ),
    row(
      'in a frame',
      [
        '╭──────────────────────────────────╮',
        ...at(32, `403 ${LIMIT}`).map((line) => `│ ${line.padEnd(32)} │`),
        '╰──────────────────────────────────╯',
      ],
      'window_5h',
    ),
    row(
      'in a frame of plain characters',
      [
        '+--------------------------+',
        ...at(24, `429 ${BUSY}`).map((line) => `| ${line.padEnd(24)} |`),
        '+--------------------------+',
      ],
      'rate_or_concurrency',
      429,
    ),
    row(
      'behind a bar, as a transcript of a TUI',
      at(28, `403 ${LIMIT}`).map((line) => `  ┃ ${line}`),
      'window_5h',
    ),
    row(
      'with an indent',
      at(44, `[provider.rate_limit] 429 ${BUSY}`).map((line) => `      ${line}`),
      'rate_or_concurrency',
      429,
    ),
    row('with no-break spaces', [`403 ${LIMIT}`.replaceAll(' ', '\u00A0')], 'window_5h'),
    row('at a hyphen', ["403 You've reached your 5-", 'hour usage limit.'], 'window_5h'),
  ],
}
