import type { FieldKind } from '../field-row.ts'

const ROWS = `Login Device KimiCLI/1.30.0 2026/04/10 15:40:12 Success
Login Device KimiCLI/1.30.0 2026/04/10 15:39:58 Success`
const BUSY = "We're receiving too many requests at the moment. Please wait a moment and try again."
const LIMIT = "You've reached your 5-hour usage limit."

export const field: FieldKind = {
  kind: 'a thread in which several people write',
  rows: [
    {
      name: 'an answer that quotes the table of errors',
      text: `I was refused at 2026-04-10T15:41:00Z: 429 ${BUSY}\n\nkimi-staff replied:\n\nPlease see the table:\n\n| Status | Message | Meaning |\n|---|---|---|\n| 403 | ${LIMIT} | 5 h quota |\n`,
      right: {
        errors: [{ at: '2026-04-10T15:41:00Z', status: 429, class: 'rate_or_concurrency' }],
        examples: { errors: 1 },
        incidents: [{ from: '2026-04-10T15:41:00Z', leading: 'unknown', supported: [] }],
      },
    },
    {
      name: 'a reply that quotes the error again',
      text: `2026-04-10T15:41:00Z 429 ${BUSY}\n\nsomebody wrote:\n\n> 2026-04-10T15:41:00Z 429 ${BUSY}\n\nSame here.\n`,
      right: {
        errors: [{ at: '2026-04-10T15:41:00Z', status: 429, class: 'rate_or_concurrency' }],
        incidents: [{ from: '2026-04-10T15:41:00Z', leading: 'unknown' }],
      },
    },
    {
      name: 'rows, and an answer with the form of the body',
      text: `${ROWS}\n\nkimi-staff replied:\n\nAsk for your limits, the response looks like this example:\n\n\`\`\`json\n{"usage":{"limit":"100","remaining":"100","resetTime":"2026-04-17T02:05:09Z"}}\n\`\`\`\n`,
      zone: '+02:00',
      right: { records: 2, readings: [], examples: { readings: 1 }, incidents: [] },
    },
    {
      name: 'an answer that explains a message',
      text: `${ROWS}\n\nkimi-staff replied:\n\nIf the client shows "${BUSY}", you have more requests at once than your plan allows.\n`,
      zone: '+02:00',
      right: { records: 2, errors: [], examples: { errors: 1 }, incidents: [] },
    },
    {
      name: 'in Chinese, with an explanation',
      text: `${ROWS}\n\n官方回复：\n\n“${LIMIT}”表示 5 小时额度已经用完。\n`,
      zone: '+08:00',
      right: { records: 2, errors: [], examples: { errors: 1 }, incidents: [] },
    },
  ],
}
