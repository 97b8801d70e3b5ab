import { expect, test } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SECOND } from '../../shared/time/duration.ts'
import { later, writeInstant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'

/** The built command, killed by SIGKILL at moments spread over all of a run: nothing is lost, nothing is half there. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist-cli/quotascope.js')
const FEW = 200
const MANY = 6_000

test.setTimeout(240_000)

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'quotascope-killed-'))

/** So many rows, as somebody copies them from the console: one each ten seconds, the newest first. */
function rows(count: number): string {
  const row = (index: number) => {
    const text = writeInstant(later(at('2026-03-02T00:00:00Z'), (count - index) * 10 * SECOND))
    return `Login Device KimiCLI/1.16.0 ${text.slice(0, 10).replaceAll('-', '/')} ${text.slice(11, 19)} Success\n`
  }
  return Array.from({ length: count }, (_, index) => row(index)).join('')
}

function start(
  home: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...words], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home, ...env },
    stdio: 'ignore',
  })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
  })

/** A run is killed after as many milliseconds, then after twice as many, and so on. */
const STEP = 100
/** A machine on which a run takes longer than this many steps is left alone. */
const MOST = 100

/** Kills a run again and again, a little later each time, until one ends by itself. Gives how many were killed. */
async function killUntilDone(run: () => ChildProcess, after: () => void = () => {}): Promise<number> {
  for (let killed = 0; killed < MOST; killed += 1) {
    const child = run()
    const timer = setTimeout(() => child.kill('SIGKILL'), STEP * (killed + 1))
    const status = await ended(child)
    clearTimeout(timer)
    after()
    if (status === null) continue
    expect(status).toBe(0)
    return killed
  }
  throw new Error('no run has ended')
}

test('keep: the file in the folder is what it was, or what it is to be', async () => {
  const home = emptyFolder()
  const folder = emptyFolder()
  writeFileSync(join(home, 'few.txt'), rows(FEW))
  writeFileSync(join(home, 'many.txt'), rows(MANY))
  const keep = (file: string) => start(home, ['keep', folder, file, '--zone', 'UTC'])
  expect(await ended(keep('few.txt'))).toBe(0)
  const [name = ''] = readdirSync(folder)
  const file = join(folder, name)
  const seen: (number | null)[] = []
  const killed = await killUntilDone(
    () => keep('many.txt'),
    () => {
      const read = readBundle(readFileSync(file, 'utf8'))
      seen.push(read.ok ? read.evidence.records.length : null)
    },
  )
  expect(killed).toBeGreaterThan(0)
  expect(seen).toEqual([...seen.slice(0, -1).map((count) => (count === FEW ? FEW : MANY)), MANY])
  // what a killed run has left beside it is nobody's evidence
  expect(await ended(start(home, ['report', folder, '--json']))).toBe(0)
})

interface Collector {
  readonly server: Server
  readonly address: string
  /** Every uid that was posted in a request that came whole. */
  readonly uids: Set<string>
}

/** A collector that takes everything, slowly enough to be killed in between. */
async function collector(): Promise<Collector> {
  const uids = new Set<string>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      for (const [, uid = ''] of body.matchAll(/"log\.record\.uid","value":\{"stringValue":"([^"]+)"/g))
        uids.add(uid)
      setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'), 30)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the collector has no port')
  return { server, address: `http://127.0.0.1:${address.port}`, uids }
}

test('send: what was killed is sent by the next run, and everything arrives', async () => {
  const home = emptyFolder()
  writeFileSync(join(home, 'rows.txt'), rows(MANY))
  const collectors = [await collector(), await collector(), await collector()] as const
  const [first, second, disturbed] = collectors
  const to = ({ address }: Collector) =>
    start(home, ['send', 'rows.txt', '--zone', 'UTC'], { OTEL_EXPORTER_OTLP_ENDPOINT: address })
  try {
    expect(await ended(to(first))).toBe(0)
    expect(await ended(to(second))).toBe(0)
    // what is concluded is another record at another time; evidence is the same one
    const evidence = [...first.uids].filter((uid) => second.uids.has(uid))
    expect(evidence.length).toBeGreaterThanOrEqual(MANY)
    expect(await killUntilDone(() => to(disturbed))).toBeGreaterThan(0)
    expect(evidence.filter((uid) => !disturbed.uids.has(uid))).toEqual([])
    expect(disturbed.uids.size).toBeGreaterThan(evidence.length)
  } finally {
    for (const { server } of collectors) server.close()
  }
})
