import type { FieldKind, Right } from '../field-row.ts'

const ERROR = `LLM provider error: Error code: 429 - {'error': {'message': "We're receiving too many requests at the moment. Please wait a moment and try again.", 'type': 'rate_limit_reached_error'}}`
const BODY = `{"usage":{"limit":"100","used":"33","remaining":"67","resetTime":"2026-05-08T09:20:45Z"},
 "limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","used":"2","remaining":"98","resetTime":"2026-05-07T15:20:45Z"}}]}`
const DOCUMENTED = `{"usage":{"limit":"100","remaining":"100","resetTime":"2026-04-17T02:05:09Z"}}`

const error = { status: 429, class: 'rate_or_concurrency' } as const
const TOGETHER: Right = {
  errors: [{ ...error, assumed: true }],
  readings: [{ meters: { '7d': { used: 33 }, '5h': { used: 2 } } }],
  incidents: [
    {
      from: '2026-05-07T10:20:45Z',
      to: '2026-05-07T15:20:45Z',
      within: true,
      leading: 'unknown',
      verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted' },
    },
  ],
}
const APART: Right = {
  errors: [{ ...error, at: null, assumed: false }],
  readings: [{ meters: { '7d': { used: 33 }, '5h': { used: 2 } } }],
  incidents: [],
}

export const field: FieldKind = {
  kind: 'an error and a reading with words between',
  rows: [
    {
      name: 'one line of prose, and one after it',
      file: 'error-then-prose-then-reading.txt',
      right: {
        errors: [{ status: 429, class: 'rate_or_concurrency', assumed: true }],
        readings: [{ meters: { '7d': { used: 33 }, '5h': { used: 2 } } }],
        incidents: [
          {
            from: '2026-05-07T10:20:45.248Z',
            to: '2026-05-07T15:20:45.248Z',
            within: true,
            leading: 'unknown',
            verdicts: { quota_5h: 'contradicted', quota_7d: 'contradicted' },
          },
        ],
      },
    },
    { name: 'in Chinese', text: `${ERROR}\n\n紧接着我查了一下用量：\n\n${BODY}\n`, right: TOGETHER },
    {
      name: 'prose, a command, and prose',
      text: `${ERROR}\n\nSo I asked at once.\n\n$ curl -s https://api.kimi.com/coding/v1/usages\n\nIt answers:\n\n${BODY}\n`,
      right: TOGETHER,
    },
    {
      name: 'prose on the line of the error, and on that of the body',
      text: `${ERROR} What is this?\nMeters: ${BODY}\n`,
      right: TOGETHER,
    },
    {
      name: 'five lines',
      text: `${ERROR}\n\n${'And so it goes on.\n'.repeat(5)}\n${BODY}\n`,
      right: TOGETHER,
    },
    {
      name: 'an example between, which counts no line',
      text: `${ERROR}\n\n${'And so it goes on.\n'.repeat(4)}\nExample response:\n\n${DOCUMENTED}\n\nand what I got:\n\n${BODY}\n`,
      right: { ...TOGETHER, examples: { readings: 1 } },
    },
    { name: 'six lines', text: `${ERROR}\n\n${'And so it goes on.\n'.repeat(6)}\n${BODY}\n`, right: APART },
    { name: 'an hour later', text: `${ERROR}\n\nAn hour later it says:\n\n${BODY}\n`, right: APART },
    { name: 'after a reset, in Chinese', text: `${ERROR}\n\n重置后再查：\n\n${BODY}\n`, right: APART },
    {
      name: 'at a time of its own',
      text: `${ERROR}\n\nThis is from 16:40 of another day:\n\n${BODY}\n`,
      right: APART,
    },
    { name: 'of somebody else', text: `${ERROR}\n\nkim-b commented:\n\nmine is\n\n${BODY}\n`, right: APART },
    {
      name: 'the reading first',
      text: `${BODY}\n\nand then\n\n${ERROR}\n`,
      right: { ...APART, readings: [{ meters: { '7d': { used: 33 }, '5h': { used: 2 } } }] },
    },
  ],
}
