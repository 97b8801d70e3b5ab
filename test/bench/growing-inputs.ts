import { readFileSync } from 'node:fs'
import { historyText } from './history-text.ts'

/** An input that can be made as long as one likes: `length` characters, or a little more. */
export type GrowingInput = (length: number) => string

const fixture = (path: string) => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')

/** Pieces with numbers of their own, one after another. */
const pieces =
  (piece: (n: number) => string, between = '\n', frame: readonly [string, string] = ['', '']): GrowingInput =>
  (length) => {
    const made: string[] = []
    let size = 0
    for (let n = 0; size < length; n += 1) {
      const next = piece(n)
      made.push(next)
      size += next.length + between.length
    }
    return `${frame[0]}${made.join(between)}${frame[1]}`
  }

const list = (name: string, piece: (n: number) => unknown): GrowingInput =>
  pieces((n) => JSON.stringify(piece(n)), ',', [`{"${name}":[`, ']}'])

const again = (text: string): GrowingInput => pieces(() => text, '\n')

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
const id = (n: number) => `${hex(n, 8)}-85dc-4958-9152-${hex(n * 7919, 12)}`
const time = (n: number) => new Date(1_784_689_609_000 - n * 1_000).toISOString().replace('.000Z', 'Z')
const clock = (n: number) => time(n).slice(0, 19).replace('T', ' ')

const MESSAGE = "We're receiving too many requests at the moment. Please wait a moment and try again."

const usages = (n: number) => ({
  usages: [
    {
      scope: 'FEATURE_CODING',
      detail: { limit: '100', used: String(n % 100), remaining: String(100 - (n % 100)), resetTime: time(0) },
    },
  ],
})

const request = (n: number) => ({
  requestId: id(n),
  requestTime: time(n),
  callType: 'Model Inference',
  httpStatusCode: 200,
  success: true,
  userAgent: 'KimiCLI/1.16.0',
})

/** What people and clients really write, at any length. */
export const HONEST_INPUTS: Readonly<Record<string, GrowingInput>> = {
  'history, with ids': (length) => historyText(Math.ceil(length / 120), true),
  'history, without ids': (length) => historyText(Math.ceil(length / 83), false),
  'ListUnifiedRequests': list('requests', request),
  'ListDevices': list('devices', (n) => ({
    deviceName: `host-${n}`,
    platform: 'linux',
    lastUsedTime: time(n),
  })),
  'ListAPIKeys': list('apiKeys', (n) => ({ id: id(n), name: `key ${n}`, key: 'sk-ki…abcde' })),
  'ListBalanceActions': list('actions', (n) => ({
    id: id(n),
    timestamp: time(n),
    items: [{ amountRatio: 0.1 }],
  })),
  'captures of GetUsages': pieces((n) =>
    JSON.stringify({ at: time(n), source: 'GetUsages', body: JSON.stringify(usages(n)) }),
  ),
  'captures of pages': pieces((n) =>
    JSON.stringify({
      at: time(n),
      source: 'ListUnifiedRequests',
      body: { requests: [request(n), request(n + 1)] },
    }),
  ),
  'usages between words': pieces(
    (n) => `And at ${clock(n)} it said:\n${JSON.stringify(usages(n), null, 2)}\n`,
  ),
  'kimi.log': again(fixture('logs/kimi-1.42.log')),
  'kimi-code.log': again(fixture('logs/kimi-code-1.log')),
  'wire.jsonl': again(fixture('logs/wire-code-1.5.jsonl')),
  'context.jsonl': again(fixture('logs/context.jsonl')),
  'a post': again(fixture('posts/forum-post.md')),
  'a Chinese post': again(fixture('posts/zh-post.md')),
  'an HTML table': again(fixture('posts/history-table.html')),
  'membership page': again(fixture('membership/usage-detail-2026-07.txt')),
  'membership page as HTML': again(fixture('membership/usage-detail-2026-07.html')),
  'quota panel': again(fixture('seed/cli-panel.txt')),
  'errors without a time': pieces((n) => `Error code: 429 - rate limit of request ${n} reached, try again`),
  'errors with a time': pieces(
    (n) => `${clock(n)} Error code: 403 - {"error":{"message":"usage limit ${n}"}}`,
  ),
  'statuses alone': pieces(() => 'API Error: 429 Too Many Requests', '\n', ['Kimi\n', '']),
  'statuses alone, numbered': pieces((n) => `API Error: 429 status code (no body) ${n}`, '\n', [
    'Kimi\n',
    '',
  ]),
  'statuses in prose': pieces((n) => `I keep getting 429 Too Many Requests from Kimi Code (${n})`),
  'errors with a body each': pieces(
    (n) =>
      `API Error: 429 {"error":{"type":"rate_limit_error","message":"We're receiving too many requests at the moment (${n})"}}`,
  ),
  'meters told beside a status': pieces(
    (n) => `Kimi: got 429 Too Many Requests, weekly at ${n % 100} %, 5h ${(n * 7) % 100} % used`,
  ),
  'meters told below an error': pieces(
    (n) => `Error code: 429 - rate limit reached\nweekly usage at ${n % 100} %, 5h ${(n * 7) % 100} %`,
    '\n',
    ['Kimi\n', ''],
  ),
  'tracebacks': pieces(
    (n) => `Traceback (most recent call last):\n  File "a.py", line ${n}, in f\n    g()\nE: ${n}`,
  ),
  'source code': pieces((n) => `  if (quota.used >= ${n}) { return retry({ after: ${n} }) } // 429`),
  'words': pieces(
    (n) => `It was the ${n}th time that I waited for the quota to reset, and nothing came of it.`,
  ),
}

/** Beginnings of everything that is looked for, over and over. */
// prettier-ignore -- one a line would be a page of them
const TOKENS = [
  'a',
  ' ',
  '1',
  '{',
  '[',
  '"',
  '(',
  ':',
  '/',
  '.',
  '-',
  '%',
  '|',
  '#',
  '<',
  '&',
  '*',
  '`',
  '\t',
  '\\',
  '额',
  'é',
  '{"a":',
  '[{',
  '"\\"',
  '{}',
  "{'a': '",
  '{"error":{"message":"',
  '{"requests":[',
  '"usages":[{"limits":[',
  '<td',
  '</td>',
  '<!--',
  '<tr><td>',
  '| a ',
  '|-',
  '/* {',
  '// [',
  '# {',
  '```\n',
  'Error code: 429 ',
  '429 ',
  'HTTP 403 ',
  'rate limit ',
  'usage limit ',
  'resets in 3h ',
  'Resets in ',
  '5h limit ',
  'Weekly limit ',
  '50% used ',
  '2026-03-02 15:22:28 ',
  '2026-',
  '15:22 ',
  'Mar 2, ',
  'Success | ',
  'Login Device | ',
  'KimiCLI/1.16.0 ',
  'for example ',
  '例如：',
  '额度已用尽 ',
  'at f (a.js:1) ',
  'sk-',
  'Bearer ',
  'a@b.',
  '?token=',
  '/home/a',
  'C:\\Users\\',
  '1.2.3.',
  '+49 ',
  'a1b2c3d4e5f60718',
  'org-',
]

const TOKEN_INPUTS = TOKENS.flatMap((token): [string, GrowingInput][] => {
  const line: GrowingInput = (length) => token.repeat(Math.ceil(length / token.length))
  const lines: GrowingInput = (length) => `${token}\n`.repeat(Math.ceil(length / (token.length + 1)))
  return [
    [`one line of ${JSON.stringify(token)}`, line],
    [`lines of ${JSON.stringify(token)}`, lines],
  ]
})

/** What somebody would write who wants a reader to hang. */
export const ADVERSARIAL_INPUTS: Readonly<Record<string, GrowingInput>> = {
  'quotas of the wrong kind': pieces(() => '1', ',', [
    '{"usages":[{"scope":"FEATURE_CODING","limits":[',
    ']}]}',
  ]),
  'rows of the wrong kind': pieces(() => '"x"', ',', ['{"requests":[', ']}']),
  'rows that lack all': pieces(() => '{}', ',', ['{"requests":[', ']}']),
  'keys of one name': list('apiKeys', () => ({ name: 'a' })),
  'names of fields': pieces((n) => `"f${n}":1`, ',', ['{"requests":[{', '}]}']),
  'names that are long': pieces((n) => `"${'f'.repeat(1_000)}${n}":1`, ',', ['{"requests":[{', '}]}']),
  'bodies that are cut off': pieces((n) => `{"requests":[{"requestId":"${id(n)}",`),
  'open brackets, each line deeper': pieces((n) => `${' '.repeat(n % 200)}{"usages": [`),
  'a long string in a body': (length) => `{"usages":[{"scope":"${'a'.repeat(length)}"}]}`,
  'rows with a long client': list('requests', (n) => ({
    ...request(n),
    userAgent: `a/${'1.'.repeat(2_000)}`,
  })),
  'rows on one line': pieces(
    (n) => `${id(n)} | Login Device | a/1 | Model Inference | ${clock(n)} | Success`,
    ' ',
  ),
  'halves of rows': pieces((n) => (n % 2 === 0 ? id(n) : `Login Device | KimiCLI/1.16.0 | ${clock(n)}`)),
  'errors that quote a body each': pieces((n) => `429 {"error":{"message":"rate limit ${n}","details":[{`),
  'quotes in quotes': pieces((n) => `"said \\"${'\\\\'.repeat(n % 50)}`),
  'backslashes where an apostrophe would be': (length) => `You${'\\'.repeat(length)}`,
  'spaces behind the client of a row': pieces(
    (n) => `Login Device a/1${' '.repeat(2_000)}/ ${clock(n)} | Success`,
  ),
  'statuses, and a message on each thirtieth line': pieces(
    (n) => (n % 30 === 29 ? MESSAGE : 'API Error: 429 Too Many Requests'),
    '\n',
    ['Kimi\n', ''],
  ),
  'statuses, and nearly a message on each thirtieth line': pieces(
    (n) => (n % 30 === 29 ? `${MESSAGE.slice(0, 40)} or not` : 'API Error: 429 Too Many Requests'),
    '\n',
    ['Kimi\n', ''],
  ),
  'statuses between lines with labels': pieces(
    (n) => (n % 2 === 0 ? 'Error: failed to run prompt: provider.api_error: 503' : `Time: ${clock(n)}`),
    '\n',
    ['Kimi\n', ''],
  ),
  'statuses that are called examples': pieces(() => 'for example: 429 Too Many Requests', '\n', [
    'Kimi\n',
    '',
  ]),
  'heads that say a zone': pieces((n) => `| time (UTC+${n % 12}) | when (UTC) | times are in UTC |`),
  'rows below a head that says a zone': pieces(
    (n) => `| ${clock(n)} | 429 The engine is currently overloaded |`,
    '\n',
    ['| time (UTC) | Kimi says |\n|---|---|\n', ''],
  ),
  'panels without an end': pieces((n) => `│ 5h limit ${n}% used, resets in `),
  ...Object.fromEntries(TOKEN_INPUTS),
}
