import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NODE_BYTES } from '../../../shared/cli/input/node-bytes.ts'
import { LOG_HEAD } from '../../../shared/parse/log/log-head.ts'
import { LogDigest } from '../../../shared/parse/stream/log-digest.ts'
import { logFixture, logFixtures } from '../log/given-log.ts'
import { bytesOf, read, readAtOnce } from './given-stream.ts'

// Only behind the head of a log are its lines looked at as bytes.
const MORE = 30_000

/** A log with its own lines behind a head of them. */
const long = (text: string): string => text.repeat(Math.ceil((LOG_HEAD + MORE) / text.length))

const LINES: readonly (readonly [string, readonly string[]])[] = [
  [
    'kimi-cli records with their names in other orders, cut off, nested and of no known type',
    [
      '{"timestamp": 1775104349.001, "message": {"type": "StepBegin", "payload": {"n": 1}}}',
      '{"timestamp": 1775104349.101, "message": {"type": "ContentPart", "payload": {"type": "text", "text": "“额度” \\"StatusUpdate\\""}}}',
      '{"message": {"payload": {"message_id": "m2", "token_usage": null}, "type": "StatusUpdate"}, "timestamp": 1775104351}',
      '{"timestamp": 1775104352, "message": {"type": "StepBegin", "payload": {"n": 2, "more": 1}}}',
      '{"timestamp": 1775104353, "message": {"type": "StatusUpdate", "payload": {"message_id": "m3", "token_usage": {"output": 3, "input_other": "18"}}}}',
      '{"timestamp": 1775104354, "message": {"type": "ToolResult", "payload": {"return_value": "cut',
      '{"timestamp": 1775104355, "message": {"type": "ContentPart", "payload": {}}} ',
      '{"timestamp": 1775104356, "message": {"type": "SomethingNew", "payload": {}}}',
      '',
      'and a word of prose',
      '{"timestamp": 1775104357, "message": {"type": "StepRetry", "payload": {"n": 2, "next_attempt": 2, "max_attempts": 3, "wait_s": 0.4, "error_type": "APIStatusError", "status_code": 429}}}',
    ],
  ],
  [
    'kimi-code records that end with their type, tools between request and usage, and an unknown one',
    [
      '{"type":"metadata","protocol_version":"1.5","created_at":1781500000000}',
      '{"type":"llm.request","time":1781500001000,"agentId":"main","kind":"loop","turnStep":"0.1","model":"kimi-for-coding","provider":"kimi"}',
      '{"message":{"role":"user","content":"额度"},"agentId":"main","type":"context.append_message","time":1781500001500}',
      '{"type":"context.append_loop_event","event":{"type":"tool.call","name":"Read"},"time":1781500002000}',
      '{"type":"usage.record","time":1781500003000,"model":"kimi-for-coding","usageScope":"turn","usage":{"inputOther":1,"output":2,"inputCacheRead":3,"inputCacheCreation":4}}',
      '{"type":"llm.request","time":1781500004000,"agentId":"main","kind":"loop","turnStep":"0.2","model":"kimi-for-coding","provider":"kimi"}',
      '{"type":"turn.ended","time":1781500005000,"reason":"failed","error":{"code":"provider.api_error","message":"403 You\'ve reached your usage limit for this billing cycle"}}',
      '{"type":"something.new","time":1781500006000}',
      '{"type":"context.append_message","time":1781500007000,"message":{"content":"cut',
    ],
  ],
  [
    'kimi.log with colours, other spaces, entries of others and tracebacks',
    [
      '2026-05-02 16:19:03.412 | INFO     | kimi_cli.soul.toolset:handle:212 | 1f0c - Tool call finished',
      '2026-05-02 16:19:04.412 | INFO     | kimi_cli.soul.kimisoul:_step:1256 | 1f0c - LLM\u00A0step completed in 2.5s (input=18, output=3)',
      '2026-05-02 16:19:05.412 | INFO     | kimi_cli.soul.kimisoul:_step:1256 | 1f0c - \u001B[1mLLM step\u200B completed in 2.5s (input=18, output=3)',
      '2026-05-02 16:19:06.412 | ERROR    | kimi_cli.ui.shell:run:972 | 1f0c - LLM provider error:',
      'Traceback (most recent call last):',
      '  File "x.py", line 3, in y',
      "kosong.chat_provider.APIStatusError: Error code: 429 - {'error': {'message': \"We're receiving too many requests at the moment. Please wait a moment and try again.\"}}",
      '2026-05-02 16:19:07.412 | INFO     | kimi_cli.app:create:80 |  - 会话完成。',
      '2026-05-02 16:19:08.412 | INFO     | kimi_cli.app:create:80',
      `2026-05-02 16:19:09.412 | INFO     | kimi_cli.soul.kimisoul:_step:1256 | 1f0c - ${'x'.repeat(300)} LLM step completed in 2.5s (input=18, output=3)`,
      '2026-05-02 16:19:10.412 | INFO     | kimi_cli.soul.kimisoul:_step:1256 | 1f0c - LLM step completed in 2.5s (input=18, output=3)',
    ],
  ],
]

const TEXTS = [
  ...logFixtures().map((name) => [name, logFixture(name)] as const),
  ...LINES.map(([name, lines]) => [name, `${lines.join('\n')}\n`] as const),
]

const cuts = (length: number) =>
  fc.array(fc.integer({ min: LOG_HEAD - 200, max: Math.max(LOG_HEAD, length) }), { maxLength: 12 })

describe.each(TEXTS)('%s, with and without what the host does with bytes', (_, short) => {
  const text = long(short)

  it('is the same, and what parseInput gives, wherever it is cut', async () => {
    const whole = readAtOnce(text)
    const bytes = bytesOf(text)
    await fc.assert(
      fc.asyncProperty(cuts(bytes.length), async (ends) => {
        expect(await read(bytes, { ends, native: NODE_BYTES })).toEqual(whole)
      }),
      { numRuns: 2 },
    )
  })

  it.each<[string, (text: string) => Uint8Array]>([
    ['\\r\\n', (each) => bytesOf(each.replaceAll('\n', '\r\n'))],
    ['some \\r', (each) => bytesOf(each.replaceAll('{', '\r{'))],
    ['a mark at the beginning', (each) => bytesOf(`\uFEFF${each}`)],
    ['blank lines, some of them odd, at the end', (each) => bytesOf(`${each} \n\t\u3000\n\u00A0\n`)],
    [
      'bytes that are no UTF-8',
      (each) => Buffer.concat([bytesOf(each.slice(0, -30)), Uint8Array.of(0xe9, 0xa2, 0x0a)]),
    ],
    [
      'a line over several pieces',
      (each) => bytesOf(`${each}${each.slice(0, 40)}${'额'.repeat(90_000)}\n${each}`),
    ],
  ])('is the same with %s', async (_form, formOf) => {
    const bytes = formOf(text)
    const ends = [LOG_HEAD + 1, LOG_HEAD + 9_000, LOG_HEAD + 20_001]
    expect(await read(bytes, { ends, native: NODE_BYTES })).toEqual(await read(bytes, { ends }))
  })
})

describe('the digest of a log', () => {
  it('is the same of text and of bytes, of any pieces, with or without help', () => {
    const line = fc.constantFrom('x', ' ', '\n', '\t', '额度', '。', '\u3000', 'a line of a log\n', 'é')
    const pieces = fc.array(
      fc.array(line, { minLength: 1 }).map((words) => words.join('')),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, isLong) => {
        const texts = isLong ? ['begin '.repeat(20_000), ...parts] : parts
        const digests = [NODE_BYTES, null].flatMap((native) => {
          const [whole, inText, inBytes] = [
            new LogDigest(native),
            new LogDigest(native),
            new LogDigest(native),
          ]
          whole.push(texts.join(''))
          for (const text of texts) inText.push(text)
          for (const text of texts) inBytes.pushBytes(bytesOf(text))
          return [whole.end(), inText.end(), inBytes.end()]
        })
        expect(new Set(digests).size).toBe(1)
      }),
    )
  })

  it('is another one where one character differs', () => {
    const text = 'a line of a log\n'.repeat(5_000)
    const digests = [text, `${text}x`, `x${text.slice(1)}`, text.slice(0, -2)].map((each) => {
      const digest = new LogDigest()
      digest.push(each)
      return digest.end()
    })
    expect(new Set(digests).size).toBe(4)
  })
})
