import type { FieldKind, Right } from '../field-row.ts'

const NOTHING: Right = {
  records: 0,
  errors: [],
  readings: [],
  rejects: 0,
  incidents: [],
  exit: 1,
  complains: /^nothing was recognised in [^\n]+: [^\n]+\n$/,
}

export const field: FieldKind = {
  kind: 'nothing that can be read',
  rows: [
    { name: 'a complaint without any evidence', file: 'prose-only.txt', right: NOTHING },
    {
      name: 'a complaint in Chinese',
      text: '今天 Kimi 特别慢，一直提示限流，根本没法用，求助！\n',
      right: NOTHING,
    },
    {
      name: 'a question',
      text: 'How much is the weekly limit of Allegretto, and when does the 5h window reset?\n',
      right: NOTHING,
    },
    { name: 'an empty text', text: '', right: NOTHING },
    { name: 'blank lines', text: '\n\n   \n', right: NOTHING },
    {
      name: 'a list of changes',
      text: '## 1.4.0\n\n- retry on 429 with a limit of 3 tries\n- show the weekly limit, 40% used\n- no longer fail with 403 on an empty page\n',
      right: NOTHING,
    },
    {
      name: 'settings of something else',
      text: '{"limits":{"cpu":"2"},"requests":{"cpu":"1"},"retry":{"status":[429,503],"limit":3}}\n',
      right: {
        ...NOTHING,
        rejects: 1,
        complains: /^input: JSON that is none of the bodies that are known\nnothing was recognised /,
      },
    },
    {
      name: "another program's log",
      text: '2026-10-01 10:00:00,123 WARNING urllib3.connectionpool: Retrying (Retry(total=2)) after connection broken\n2026-10-01 10:00:02,001 ERROR app: request failed with status code 503\n',
      right: NOTHING,
    },
    {
      name: "a web server's log",
      text: '203.0.113.9 - - [01/Oct/2026:10:00:00 +0000] "GET /coding HTTP/1.1" 429 169 "-" "curl/8.5.0"\n',
      right: NOTHING,
    },
  ],
}
