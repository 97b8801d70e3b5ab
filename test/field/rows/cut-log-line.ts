import type { FieldKind } from '../field-row.ts'

const OVERLOADED = {
  errors: [{ at: '2026-07-02T09:15:06.500Z', status: 429, class: 'overloaded' }],
  rejects: 0,
  incidents: [{ from: '2026-07-02T09:15:06.500Z', leading: 'platform', supported: ['platform'] }],
} as const

const FAILED = '2026-07-02T09:15:06.500Z WARN  llm request failed'
const TEXT = 'errorMessage="429 The engine is currently overloaded, please try again later"'
const ENTRY = `${FAILED}  turnStep=3.1 model=kimi-code/k3 ${TEXT} statusCode=429`

export const field: FieldKind = {
  kind: 'a log line of which parts are cut out',
  rows: [
    { name: 'whole', file: 'whole-line.log', right: OVERLOADED },
    { name: 'without step and attempt', file: 'cut-line.log', right: OVERLOADED },
    { name: 'in backticks', text: `It says \n\`${ENTRY}\`\n`, right: OVERLOADED },
    { name: 'an item of a list, in backticks', text: `Logs:\n- \`${ENTRY}\`.\n`, right: OVERLOADED },
    { name: 'quoted', text: `> ${ENTRY}\n\nWhat can I do?\n`, right: OVERLOADED },
    {
      name: 'its pairs in another order',
      text: `${FAILED}  statusCode=429 ${TEXT} turnStep=3.1`,
      right: OVERLOADED,
    },
    { name: 'with single spaces', text: ENTRY.replaceAll('  ', ' '), right: OVERLOADED },
    { name: 'an ellipsis in two places', text: `${FAILED} … ${TEXT} [...]`, right: OVERLOADED },
    {
      name: 'cut off behind the message',
      text: `${FAILED}  turnStep=3.1 ${TEXT.slice(0, -1)}`,
      right: OVERLOADED,
    },
    {
      name: 'cut off in the status',
      text: `${FAILED}  turnStep=3.1 ${TEXT} statusCode=4`,
      right: OVERLOADED,
    },
    {
      name: 'with a pair that nobody knows',
      text: `${FAILED}  budget=3 ${TEXT} note="x y" statusCode=429`,
      right: OVERLOADED,
    },
    { name: 'indented as code', text: `日志里是这样的：\n\n    ${ENTRY}\n`, right: OVERLOADED },
  ],
}
