import fc from 'fast-check'
import { gzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { streamInput, type StreamProgress } from '../../shared/parse/stream-input.ts'
import { logFixture, logFixtures, sayRejects, zoneOf } from './log/given-log.ts'
import { fixture } from './paste.ts'
import { bytesOf, read, readAtOnce, streamOf } from './stream/given-stream.ts'
import { english } from './english.ts'

const MIXED = [
  logFixture('kimi-1.42.log'),
  'and then I looked at the console:',
  fixture('seed/usage-history.txt'),
  logFixture('kimi-code-2.log'),
  '',
  fixture('seed/error.txt'),
  fixture('seed/usages-2026-03-07.json'),
  logFixture('wire-cli-1.10.jsonl'),
].join('\n')

const TEXTS: readonly (readonly [string, string])[] = [
  ...logFixtures().map((name) => [name, logFixture(name)] as const),
  ['all logs, one after another', logFixtures().map(logFixture).join('')],
  ['logs with other things between', MIXED],
  ['a forum post', fixture('seed/incident-2026-03-07.txt')],
  ['a body', fixture('seed/usages-2026-03-07.json')],
  [
    'a log that begins in the middle of a traceback',
    logFixture('kimi-1.16.log').split('\n').slice(7).join('\n'),
  ],
  ['half a line at the end', logFixture('kimi-1.42.log').slice(0, -20)],
  [
    'a log that is full of HTML',
    `${logFixture('kimi-1.42.log')}</div>\n<table><tr><td>x</td></tr></table>\n`,
  ],
  ['nothing', ''],
  ['one letter', 'x'],
]

describe.each(TEXTS)('%s', (_, text) => {
  it('gives what parseInput gives, wherever it is cut into chunks', async () => {
    const bytes = bytesOf(text)
    const whole = readAtOnce(text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (ends) => {
        expect(await read(bytes, { ends })).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  })

  it('gives the same with other line ends, in UTF-16, packed and with a mark at its beginning', async () => {
    const plain = readAtOnce(text).evidence
    const utf16 = utf16Of(`\uFEFF${text}`)
    const forms = [
      bytesOf(text.replaceAll('\n', '\r\n')),
      bytesOf(text.replaceAll('\n', '\r')),
      bytesOf(`\uFEFF${text}`),
      utf16,
      gzipSync(bytesOf(text)),
    ]
    for (const form of forms) expect((await read(form)).evidence).toEqual(plain)
  })
})

const utf16Of = (text: string) =>
  new Uint8Array(Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).buffer)

it('a letter of several bytes, and a record, survive a cut in their middle', async () => {
  const line =
    '{"timestamp": 1775104349.001, "message": {"type": "StepBegin", "payload": {"n": 1, "注": "额度"}}}\n'
  const bytes = bytesOf(line)
  for (let end = 0; end < bytes.length; end += 1) {
    const { evidence } = await read(bytes, { ends: [end, end + 1] })
    expect(evidence.calls).toHaveLength(1)
    expect(evidence.unknownFields).toEqual([{ source: 'wire_log', path: 'StepBegin.注', count: 1 }])
  }
})

describe('rotated and exported files', () => {
  it.each(['kimi.2026-05-02_06-00-00_000000.log', 'kimi-code.log.1', 'renamed.txt'])(
    '%s is told by its content',
    async (name) => {
      const { evidence } = await read(bytesOf(logFixture('kimi-1.42.log')), { name })
      expect(evidence.captures).toMatchObject([{ source: 'kimi_log', input: name }])
    },
  )

  it('the folders of a session are not kept, but whose log it is', async () => {
    const name =
      'sessions/wd_secret-project_0123456789ab/session_00000000-0000-4000-8000-000000000001/agents/agent-2/wire.jsonl'
    const { evidence } = await read(bytesOf(logFixture('wire-code-1.5.jsonl')), { name })
    expect(evidence.captures[0]?.input).toBe('agents/agent-2/wire.jsonl')
    expect(evidence.calls[0]).toMatchObject({ agent: 'agent-2', subagent: true })
    expect(JSON.stringify(evidence)).not.toMatch(/secret|0000-4000/)
  })
})

describe('progress and giving up', () => {
  const long = bytesOf(logFixture('kimi-1.42.log').repeat(2_000))

  it('tells how far it is, to the end', async () => {
    const told: StreamProgress[] = []
    await read(long, { onProgress: (progress) => told.push(progress) })
    expect(told.length).toBeGreaterThan(2)
    expect(told.map(({ bytesRead }) => bytesRead)).toEqual(
      told.map(({ bytesRead }) => bytesRead).toSorted((a, b) => a - b),
    )
    expect(told.at(-1)).toMatchObject({ bytesRead: long.length, bytesTotal: long.length, lines: 17 * 2_000 })
  })

  it('an abort in the middle ends it, and lets the stream go', async () => {
    const abort = new AbortController()
    let cancelled = false
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(long.subarray(0, 1_000_000)),
      cancel: () => {
        cancelled = true
      },
    })
    const reading = streamInput(
      { name: 'endless.log', size: null, stream },
      { zone: zoneOf('UTC'), signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) },
    )
    await expect(reading).rejects.toThrow('enough')
    expect(cancelled).toBe(true)
  })

  it('an abort while it waits for bytes ends it', async () => {
    const abort = new AbortController()
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(long.subarray(0, 10)),
    })
    const reading = streamInput(
      { name: 'a.log', size: null, stream },
      { zone: zoneOf('UTC'), signal: abort.signal },
    )
    setTimeout(() => abort.abort(), 20)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('one that was aborted before does not begin', async () => {
    await expect(read(long, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
  })

  it('a stream that fails is not taken for a file that ends', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(long.subarray(0, 500)),
      pull: (controller) => controller.error(new Error('the disk is gone')),
    })
    await expect(streamInput({ name: 'a.log', size: null, stream }, { zone: zoneOf('UTC') })).rejects.toThrow(
      'the disk is gone',
    )
  })
})

describe('what is not read', () => {
  it('a line too long to be held costs itself only', async () => {
    const picture = `{"timestamp": 1775104350.0, "message": {"type": "ToolResult", "payload": {"x": "${'A'.repeat(17_000_000)}"}}}`
    const [first = '', ...rest] = logFixture('wire-cli-1.10.jsonl').split('\n')
    const { evidence } = await read(bytesOf([first, picture, ...rest].join('\n')))
    expect(sayRejects(evidence.rejects)).toEqual(['2: a line of more than 16000000 characters'])
    expect(evidence.calls.map(({ id }) => id)).toEqual(
      readAtOnce(logFixture('wire-cli-1.10.jsonl')).evidence.calls.map(({ id }) => id),
    )
  })

  it('a text that is no log, and larger than what is read at once', async () => {
    const { evidence, pieces } = await read(bytesOf('{"a": 1},\n'.repeat(3_400_000)))
    expect(evidence).toEqual({ ...NO_EVIDENCE, rejects: evidence.rejects })
    expect(evidence.rejects.map(english)[0]).toMatch(/is no log, and larger than/)
    expect(pieces).toHaveLength(1)
  })

  it('a large log that begins in the middle of an entry is still a log', async () => {
    const text = `    a frame of a traceback\n${logFixture('kimi-1.42.log')}${'    code\n'.repeat(4_000_000)}`
    const { evidence } = await read(bytesOf(text))
    expect(evidence.calls).toHaveLength(readAtOnce(logFixture('kimi-1.42.log')).evidence.calls.length)
  })

  it('bytes that are no text', async () => {
    const { evidence } = await read(Uint8Array.of(1, 2, 0, 3, 0, 255, 254))
    expect(evidence.rejects.map(english)[0]).toBe('is no text')
  })

  it('any bytes give a result', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [0x1f, 0x8b], [0x50, 0x4b, 3, 4]),
        async (bytes, magic) => {
          await read(Uint8Array.of(...magic, ...bytes))
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('works on a stream that gives everything at once, and on one that gives byte for byte', async () => {
  const text = logFixture('kimi-code-2.log')
  const bytes = bytesOf(text)
  const whole = readAtOnce(text)
  const each = Array.from(bytes, (_, index) => index)
  expect(await read(bytes, { ends: each })).toEqual(whole)
  expect(await read(bytes)).toEqual(whole)
  const zipped = zipSync({ 'a.log': bytes })
  expect(
    (
      await streamInput(
        {
          name: 'x.zip',
          size: null,
          stream: streamOf(
            zipped,
            Array.from(zipped, (_, i) => i),
          ),
        },
        { zone: zoneOf('Europe/Berlin') },
      )
    ).evidence.calls,
  ).toHaveLength(whole.evidence.calls.length)
})

describe('bytes that are no text', () => {
  const log = logFixture('kimi-1.42.log')
  const at = log.indexOf('\n') - 3
  const withBytes = (...bytes: readonly number[]) =>
    Uint8Array.of(...bytesOf(log.slice(0, at)), ...bytes, ...bytesOf(log.slice(at)))

  it.each([
    ['one', withBytes(0xff), ['bytes that are no text were replaced by \uFFFD: 1']],
    ['three', withBytes(0xff, 0xfe, 0x80), ['bytes that are no text were replaced by \uFFFD: 3']],
    ['one beside a U+FFFD', withBytes(0xef, 0xbf, 0xbd, 0xc3), [expect.stringMatching(/: 1$/)]],
    ['a U+FFFD that stands there', withBytes(0xef, 0xbf, 0xbd), []],
  ])('%s: counted once, wherever it is cut into chunks', async (_, bytes, reasons) => {
    const near = Array.from({ length: 6 }, (__, n) => bytesOf(log.slice(0, at)).length + n)
    for (const ends of [[], ...near.map((end) => [end]), near]) {
      const { evidence } = await read(bytes, { ends })
      expect(evidence.rejects.map(english)).toEqual(reasons)
      expect(evidence.calls.length + evidence.errors.length).toBeGreaterThan(0)
    }
  })

  it('of what holds nothing that is read are not told', async () => {
    expect((await read(Uint8Array.of(...bytesOf('a picture'), 0xff, 0xd8))).evidence.rejects).toEqual([])
  })
})
