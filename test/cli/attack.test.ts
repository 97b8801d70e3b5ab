import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { jsonOf } from './report-command.ts'
import { runWith } from './run-with.ts'
import { NOW } from './seed-files.ts'

const attack = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/attack/${name}`, import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'quotascope-'))

/** What the command makes of a file of these bytes. */
function reportOn(name: string, bytes: Uint8Array) {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return runWith([...NOW, '--format', 'json', file])
}

const log = attack('one-byte.log')
const broken = log.indexOf(0xff)
const at = (index: number, ...bytes: readonly number[]) =>
  Uint8Array.from([...log.slice(0, index), ...bytes, ...log.slice(index + 1)])

describe('a log in which bytes are no UTF-8 costs nothing but these', () => {
  it.each([
    ['one', log],
    ['a NUL', at(broken, 0)],
    ['half a character', at(broken, 0xe4, 0xbd)],
    ['many', at(broken, ...Array.from({ length: 200 }, () => 0xc3))],
    ['the last', Uint8Array.from([...at(broken, 32), 0xf0, 0x9f])],
  ])('%s', async (_, bytes) => {
    const run = await reportOn('one-byte.log', bytes)
    expect(jsonOf(run)).toMatchObject({ counts: { errors: 3 } })
    const replaced = bytes.includes(0) ? 0 : 1
    expect(
      run.stderr.match(/one-byte.log: bytes that are no text were replaced by \uFFFD: \d+/g) ?? [],
    ).toHaveLength(replaced)
  })

  it.each([
    ['a character that says itself that it was replaced', at(broken, 0xef, 0xbf, 0xbd)],
    ['none', at(broken, 32)],
  ])('and of %s nothing is said', async (_, bytes) => {
    expect((await reportOn('one-byte.log', bytes)).stderr).not.toContain('replaced')
  })
})

describe('a compressed log that is damaged is not believed', () => {
  const whole = gzipSync(at(broken, 32))
  const flipped = (index: number) => whole.map((byte, n) => (n === index ? byte ^ 1 : byte))
  it.each([
    ['as it was found', attack('damaged.log.gz'), /damaged/],
    ['its checksum', flipped(whole.length - 8), /damaged/],
    ['its length', flipped(whole.length - 1), /damaged/],
    ['a byte in the middle', flipped(Math.floor(whole.length / 2)), /damaged/],
  ])('%s', async (_, bytes, reason) => {
    const { status, stderr } = await reportOn('damaged.log.gz', bytes)
    expect(status).toBe(1)
    expect(stderr).toMatch(reason)
  })

  it('and where its end is missing, read as far as it is sure, and said so', async () => {
    const run = await reportOn('damaged.log.gz', whole.slice(0, -20))
    expect(jsonOf(run)).toMatchObject({ counts: { errors: 3 } })
    expect(run.stderr).toContain('an archive that is cut off')
  })
})

describe('thousands of different lines that look like errors are nobody’s', () => {
  const lines = (line: (n: string) => string) =>
    Array.from({ length: 5_000 }, (_, n) => line(String(n).padStart(10, '0'))).join('\n')
  it.each([
    ['as they were found', lines((n) => `Error code: 429 - something ${n}`)],
    ['of another status', lines((n) => `Error code: 503 - ${n} is gone`)],
    ['of another client', lines((n) => `error, status code: 429, message: something ${n}`)],
    ['with brackets', lines((n) => `// [429] {${n}`)],
  ])('%s', async (_, text) => {
    const { status, stderr } = await reportOn('errors.txt', new TextEncoder().encode(text))
    expect(status).toBe(1)
    expect(stderr).toContain('nothing was recognised')
  })
})
