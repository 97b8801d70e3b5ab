import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../shared/cli/run-command.ts'
import { postRecords } from '../../shared/cli/send/post-records.ts'
import type { World } from '../../shared/cli/world.ts'
import { captureServer, type Answering, type Captured } from '../export/otlp/capture-server.ts'
import { decodeOtlp, type DecodedRecord } from '../export/otlp/decode-otlp.ts'
import { PLANTED, telltaleEvidence } from '../export/some-evidence.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { at } from '../time/given.ts'
import { SEED_FILES } from './seed-files.ts'
import { worldOf, type WorldOptions } from './world-of.ts'

const ROWS = Array.from(
  { length: 2300 },
  (_, index) =>
    `Login Device KimiCLI/1.16.0 2026/03/02 ${[index / 3600, (index / 60) % 60, index % 60]
      .map((part) => `${Math.floor(part)}`.padStart(2, '0'))
      .join(':')} Success`,
).join('\n')

const recordsIn = (requests: readonly Captured[]): readonly DecodedRecord[] =>
  requests.flatMap(({ body }) => decodeOtlp(body))

/** What an engine holds in the end: one record of each uid. */
const heldOf = (records: readonly DecodedRecord[]) =>
  [...new Set(records.map((record) => `${uidOf(record)} ${record.eventName}`))].toSorted(byText)

const byText = (a: string, b: string) => (a < b ? -1 : 1)
const uidOf = ({ attributes }: DecodedRecord) => String(attributes['log.record.uid'])

async function senderTo(answer?: Answering, options: WorldOptions = {}) {
  const { requests, address } = await captureServer(answer)
  const pauses: number[] = []
  const { world, run, written } = worldOf({
    post: postRecords,
    pause: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    ...options,
    files: { 'rows.txt': ROWS, ...options.files },
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: address, ...options.env },
  })
  const send = (...words: string[]) =>
    runCommand(['send', 'rows.txt', '--zone', 'Europe/Berlin', ...words], world)
  return { send, world, run, written, requests, pauses, address }
}

const status =
  (code: number, headers = {}): Answering =>
  (response) => {
    response.writeHead(code, headers).end('{}')
  }
const OK = status(200)
const cut: Answering = (response) => response.destroy()
const cutInTheMiddle: Answering = (response) => {
  response.writeHead(200, { 'Content-Length': '100', 'Content-Type': 'application/json' })
  response.write('{"partialSuccess":', () => response.destroy())
}
/** Answers in this order, and well from then on. */
const inTurn =
  (...answers: readonly Answering[]): Answering =>
  (response, count, request) => {
    ;(answers[count] ?? OK)(response, count, request)
  }

describe('send', () => {
  it('posts batches to /v1/logs, the report at the very end, and each record once', async () => {
    const { send, requests, run } = await senderTo()
    expect(await send(...SEED_FILES)).toBe(0)
    expect(run.stderr).toBe('')
    expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(['/v1/logs']))
    const records = recordsIn(requests)
    expect(records.length).toBeGreaterThan(2300)
    expect(heldOf(records)).toHaveLength(records.length)
    expect(records.at(-1)?.eventName).toBe('quotascope.report')
  })

  it('sends nothing that was taken, what is new, and all of it where it is asked to', async () => {
    const { send, requests } = await senderTo()
    await send()
    const first = requests.length
    expect(await send()).toBe(0)
    expect(requests).toHaveLength(first)
    await send(...SEED_FILES)
    const added = recordsIn(requests.slice(first))
    expect(added.filter(({ eventName }) => eventName === 'quotascope.request').length).toBeLessThan(50)
    expect(added.map(({ eventName }) => eventName)).toContain('quotascope.reading')
    const before = requests.length
    expect(await send('--again')).toBe(0)
    expect(recordsIn(requests.slice(before)).length).toBeGreaterThan(2300)
  })

  it('keeps addresses and accounts apart', async () => {
    const { send, requests, world } = await senderTo()
    await send()
    const first = requests.length
    await send('--account', 'berta')
    expect(requests.length).toBe(2 * first)
    const other = await captureServer()
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: other.address }
    expect(await runCommand(['send', 'rows.txt', '--zone', 'Europe/Berlin'], { ...world, env })).toBe(0)
    expect(other.requests).toHaveLength(first)
  })

  it('reads the standard variables', async () => {
    const { address, requests, world } = await senderTo()
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: `${address}/custom?tenant=7`,
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=abc%20def,x-team=blue',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_EXPORTER_OTLP_TIMEOUT: '5000',
    }
    expect(await runCommand(['send', 'rows.txt'], { ...world, env })).toBe(0)
    expect(requests[0]?.path).toBe('/custom?tenant=7')
    expect(requests[0]?.headers).toMatchObject({
      'api-key': 'abc def',
      'x-team': 'blue',
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    })
    expect(recordsIn(requests).length).toBeGreaterThan(2300)
  })

  it.each<[Readonly<Record<string, string>>, string]>([
    [{}, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, 'http://'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://me:secret-planted@x' }, 'HEADERS'],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'secret-planted' }, 'name=value'],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=%zzsecret-planted' }, 'name=value'],
    [{ OTEL_EXPORTER_OTLP_TIMEOUT: '10s' }, 'milliseconds'],
    [{ OTEL_EXPORTER_OTLP_COMPRESSION: 'zstd' }, 'gzip'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'http/json'],
  ])('is wrong usage with %j', async (env, said) => {
    const named = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', ...env }
    const { world, run } = worldOf({
      env: Object.keys(env).length === 0 ? {} : named,
      files: { 'rows.txt': ROWS },
    })
    expect(await runCommand(['send', 'rows.txt'], world)).toBe(2)
    expect(run.stderr).toContain(said)
    expect(run.stderr).not.toContain('secret-planted')
  })

  it.each([
    ['429 with Retry-After', status(429, { 'Retry-After': '7' }), [7000]],
    ['503 with a date', status(503, { 'Retry-After': 'Mon, 09 Mar 2026 00:00:20 GMT' }), [20_000]],
    ['502', status(502), [1000]],
    ['504', status(504), [1000]],
    ['a connection that is cut', cut, [1000]],
    ['a connection that is cut in the middle of the answer', cutInTheMiddle, [1000]],
  ])('tries again after %s', async (_, answer, waited) => {
    const { send, requests, pauses } = await senderTo(inTurn(answer))
    expect(await send()).toBe(0)
    expect(pauses).toEqual(waited)
    expect(requests[1]?.body).toBe(requests[0]?.body)
    expect(heldOf(recordsIn(requests))).toHaveLength(recordsIn(requests.slice(1)).length)
  })

  it('gives up after five tries, or where it is asked to wait longer than a minute, and goes on at the next run', async () => {
    const { send, requests, pauses, run } = await senderTo(
      inTurn(OK, ...Array.from({ length: 5 }, () => status(503)), status(429, { 'Retry-After': '3600' })),
    )
    expect(await send()).toBe(75)
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
    expect(run.stderr).toContain('it answered 503; 1000 records were taken')
    expect(await send()).toBe(75)
    expect(pauses).toHaveLength(4)
    expect(await send()).toBe(0)
    expect(requests.filter(({ body }) => body === requests[0]?.body)).toHaveLength(1)
  })

  it.each([307, 400, 401, 404, 413, 500])('never tries again after %i', async (code) => {
    const { send, requests, run } = await senderTo(status(code))
    expect(await send()).toBe(1)
    expect(requests).toHaveLength(1)
    expect(run.stderr).toContain(`it answered ${code}`)
  })

  it('says what was not taken, and does not send it again', async () => {
    const { send, requests, run } = await senderTo((response) => {
      response.end(
        JSON.stringify({ partialSuccess: { rejectedLogRecords: '3', errorMessage: 'too\u001B[1m old' } }),
      )
    })
    expect(await send()).toBe(0)
    expect(run.stderr).toContain('did not take 3 of 1000 records, which are not sent again: too [1m old')
    const first = requests.length
    expect(await send()).toBe(0)
    expect(requests).toHaveLength(first)
  })

  it('holds no secret: not in what is sent, not in what is kept', async () => {
    const bundle = writeBundle(telltaleEvidence(), {
      writtenAt: at('2026-03-09T00:00:00Z'),
      zone: 'unknown',
      masking: 'none',
    })
    const { world, written, requests } = await senderTo(OK, { files: { 'b.json': bundle } })
    expect(
      await runCommand(['send', 'b.json'], {
        ...world,
        env: { ...world.env, OTEL_EXPORTER_OTLP_HEADERS: 'k=planted' },
      }),
    ).toBe(0)
    for (const text of [...requests.map(({ body }) => body), ...written.values()])
      expect(text).not.toMatch(/planted|bef2fd2b|anna|安娜/i)
    await runCommand(['send', 'b.json', '--unmasked'], world)
    expect(requests.map(({ body }) => body).join('')).toContain(PLANTED.requestId)
  })
})

describe('killed at any write', () => {
  class Killed extends Error {}

  interface Kill {
    /** At which of the steps that leave something behind, here or there. */
    readonly at: number
    readonly when: 'before' | 'half' | 'after'
  }

  /** A world that is gone at its n-th step: before it, in the middle of a line, or when only the other side knows. */
  function killed(world: World, { at: step, when }: Kill): World {
    let count = 0
    const dying =
      <In extends readonly unknown[], Out>(
        work: (...given: In) => Promise<Out>,
        half: (...given: In) => Promise<unknown> = () => Promise.resolve(),
      ) =>
      async (...given: In): Promise<Out> => {
        count += 1
        if (count !== step) return work(...given)
        await (when === 'after' ? work : half)(...given)
        throw new Killed()
      }
    return {
      ...world,
      post: dying(world.post),
      keepText: dying(world.keepText), // whole or not at all
      appendFile: dying(world.appendFile, (path, text) =>
        world.appendFile(path, text.slice(0, text.length / 2)),
      ),
    }
  }

  const kills: fc.Arbitrary<Kill> = fc.record({
    at: fc.integer({ min: 1, max: 9 }),
    when: fc.constantFrom('before', 'half', 'after'),
  })

  it('nothing is lost, and an engine counts nothing twice', async () => {
    const whole = await senderTo()
    await whole.send()
    const all = heldOf(recordsIn(whole.requests))
    await fc.assert(
      fc.asyncProperty(fc.array(kills, { minLength: 1, maxLength: 4 }), async (times) => {
        const { world, requests } = await senderTo()
        const words = ['send', 'rows.txt', '--zone', 'Europe/Berlin']
        for (const kill of times) await runCommand(words, killed(world, kill)).catch(() => null)
        expect(await runCommand(words, world)).toBe(0)
        expect(heldOf(recordsIn(requests))).toEqual(all)
      }),
      { numRuns: 12 },
    )
  })
})
