import type { FieldKind } from '../field-row.ts'

const BODY = `{"usage":{"limit":"100","used":"41","remaining":"59","resetTime":"2026-04-14T08:20:30.500000Z"},
 "limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","used":"12","remaining":"88","resetTime":"2026-04-10T16:20:30.500000Z"}}]}`
const DOCUMENTED = `{"usage":{"limit":"100","remaining":"100","resetTime":"2026-04-17T02:05:09.100000Z"}}`
const OWN = [
  {
    meters: {
      '7d': { used: 41, reset: '2026-04-14T08:20:30.500Z' },
      '5h': { used: 12, reset: '2026-04-10T16:20:30.500Z' },
    },
  },
]
const REFUSED = "403 You've reached your 5-hour usage limit."
const LOGGED = `2026-07-02T09:15:06.500Z WARN  llm request failed  turnStep=3.1 model=k3 errorMessage="429 The engine is currently overloaded, please try again later" statusCode=429`

export const field: FieldKind = {
  kind: 'an example, which judges nothing',
  rows: [
    {
      name: 'an example body in a thread',
      file: 'post-with-example.txt',
      zone: '+02:00',
      right: {
        records: 4,
        errors: [{ status: 429, class: 'rate_or_concurrency' }],
        readings: OWN,
        examples: { readings: 1 },
      },
    },
    {
      name: 'on the line of its label',
      text: `Example: ${DOCUMENTED}\n\nMine:\n\n${BODY}\n`,
      right: { readings: OWN, examples: { readings: 1 } },
    },
    {
      name: 'in a fence, under a heading',
      text: `### Sample output\n\n\`\`\`json\n${DOCUMENTED}\n\`\`\`\n\nand this is what I see\n\n\`\`\`json\n${BODY}\n\`\`\`\n`,
      right: { readings: OWN, examples: { readings: 1 } },
    },
    {
      name: 'in Chinese',
      text: `接口文档里的返回示例：\n\n${DOCUMENTED}\n\n我这边的返回：\n\n${BODY}\n`,
      right: { readings: OWN, examples: { readings: 1 } },
    },
    {
      name: 'in Chinese, in the middle of a sentence',
      text: `很多人都遇到过限流，例如 “${REFUSED}”，官方没有解释。\n`,
      right: { errors: [], examples: { errors: 1 }, incidents: [] },
    },
    {
      name: 'the same body as an example and for real',
      text: `Example response:\n\n${BODY}\n\nThat is exactly what I get, too:\n\n${BODY}\n`,
      right: { readings: OWN, examples: { readings: 0 } },
    },
    {
      name: 'one that is followed by a body without words between',
      text: `Example response:\n\n${DOCUMENTED}\n\n${BODY}\n`,
      right: { readings: OWN, examples: { readings: 1 } },
    },
    {
      name: 'an error in brackets',
      text: `The service may be busy (e.g. "We're receiving too many requests at the moment."), then wait.\n`,
      right: { errors: [], examples: { errors: 1 }, incidents: [] },
    },
    {
      name: 'an error with a time',
      text: `For example:\n\n2026-09-30 14:35:10 +03:00 ${REFUSED}\n`,
      right: { errors: [], examples: { errors: 1 }, incidents: [] },
    },
    {
      name: 'rows of the history, of which a note is left',
      text: '示例：\nLogin Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success\nLogin Device KimiCLI/1.16.0 2026/03/02 17:24:02 Success\n',
      right: { records: 0, rejects: 1, incidents: [], exit: 1 },
    },
    {
      name: 'rows of the history, beside real ones',
      text: 'Example:\nLogin Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success\n\nLogin Device KimiCLI/1.16.0 2026/03/05 10:25:14 Success\n',
      right: { records: 1, rejects: 1, incidents: [] },
    },
    {
      name: 'a log that is called one',
      text: `Example log:\n\n${LOGGED}\n`,
      right: { errors: [], calls: 0, examples: { errors: 1 }, incidents: [] },
    },
    {
      name: 'a log to which "for example" leads is somebody\'s own',
      text: `It fails all day, for example:\n\n${LOGGED}\n`,
      right: {
        errors: [{ at: '2026-07-02T09:15:06.500Z', status: 429, class: 'overloaded' }],
        incidents: [{ from: '2026-07-02T09:15:06.500Z', leading: 'platform' }],
      },
    },
    {
      name: 'what happened to oneself is none, although the words say so',
      text: `For example, today I got:\n\n2026-09-30 14:35:10 +03:00 ${REFUSED}\n`,
      right: {
        errors: [{ at: '2026-09-30T11:35:10Z', status: 403, class: 'window_5h' }],
        examples: { errors: 0 },
        incidents: [{ from: '2026-09-30T11:35:10Z', leading: 'quota_5h' }],
      },
    },
    {
      name: 'a body that is told from the example above',
      text: `In the example above nothing is used. Mine:\n\n${BODY}\n`,
      right: { readings: OWN, examples: { readings: 0 } },
    },
  ],
}
