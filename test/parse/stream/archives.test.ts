import { Zip, ZipDeflate, ZipPassThrough, gzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { logFixture, sayRejects } from '../log/given-log.ts'
import { fixture } from '../paste.ts'
import { bytesOf, read, readAtOnce } from './given-stream.ts'
import { english } from '../english.ts'
import type { ParsedInput } from '../../../shared/parse/parse-input.ts'

const SESSION = 'session_00000000-0000-4000-8000-000000000001'
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).toSorted()

/** An archive that is written as it comes: sizes stand behind the entries, as `kimi export` writes them. */
function streamedZip(files: Readonly<Record<string, string>>, stored = false): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  for (const [name, text] of Object.entries(files)) {
    const entry = stored ? new ZipPassThrough(name) : new ZipDeflate(name)
    zip.add(entry)
    entry.push(bytesOf(text), true)
  }
  zip.end()
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))
}

const EXPORT = {
  [`${SESSION}/state.json`]: JSON.stringify({
    title: 'planted title',
    lastPrompt: 'planted prompt',
    limits: [{}],
  }),
  [`${SESSION}/agents/main/wire.jsonl`]: logFixture('wire-code-1.5.jsonl'),
  [`${SESSION}/agents/agent-1/wire.jsonl`]: logFixture('wire-code-1.4.jsonl'),
  [`${SESSION}/logs/kimi-code.log`]: logFixture('kimi-code-2.log'),
  'logs/kimi-code.log': logFixture('kimi-code-1.log') + logFixture('kimi-code-2.log'),
}

describe('the export of a session', () => {
  it.each([
    [
      'with sizes first',
      zipSync(Object.fromEntries(Object.entries(EXPORT).map(([name, text]) => [name, bytesOf(text)]))),
    ],
    ['with sizes behind', streamedZip(EXPORT)],
    ['not packed', streamedZip(EXPORT, true)],
  ])('%s: each file is read by itself', async (_, bytes) => {
    const { evidence } = await read(bytes, { name: 'kimi-debug.zip', ends: [100, 900, 2_000] })
    const logs = ['wire-code-1.5.jsonl', 'wire-code-1.4.jsonl', 'kimi-code-1.log', 'kimi-code-2.log']
    const alone = logs.map((name) => readAtOnce(logFixture(name)).evidence)
    // the session's log and the global one tell the same: once
    expect(idsOf(evidence.calls)).toEqual(idsOf(alone.flatMap(({ calls }) => calls)))
    expect(evidence.captures.map(({ input }) => input).toSorted()).toEqual([
      'kimi-debug.zip: agents/agent-1/wire.jsonl',
      'kimi-debug.zip: agents/main/wire.jsonl',
      'kimi-debug.zip: logs/kimi-code.log',
      'kimi-debug.zip: logs/kimi-code.log',
    ])
    expect(evidence.calls.filter(({ subagent }) => subagent === true)).toHaveLength(6)
    expect(evidence.rejects).toEqual([])
  })

  it('keeps nothing of what is no log in it, nor the name of the session', async () => {
    const { evidence, pieces } = await read(streamedZip(EXPORT), { name: `kimi-debug-${SESSION}.zip` })
    expect(JSON.stringify({ evidence, pieces })).not.toMatch(/planted|0000-4000/)
    expect(
      pieces.filter(({ source }) => source === 'unrecognised').map(({ file, why }) => [file, why]),
    ).toEqual([
      [
        'kimi-debug-session_[id].zip: state.json',
        'a file of a session that is no log of requests, and is not read',
      ],
    ])
  })

  it('reads the answers of services that somebody put beside the logs', async () => {
    const files = {
      'kimi.log': logFixture('kimi-1.42.log'),
      'usages.json': fixture('seed/usages-2026-03-07.json'),
    }
    const { evidence } = await read(streamedZip(files))
    expect(evidence.snapshots).toHaveLength(1)
    expect(evidence.errors).toHaveLength(4)
  })

  it('an archive without logs is read like so many files', async () => {
    const files = { 'post.txt': fixture('seed/incident-2026-03-07.txt'), 'notes/': '' }
    const { evidence } = await read(streamedZip(files), { name: 'my.zip' })
    const alone = readAtOnce(files['post.txt']).evidence
    expect(idsOf(evidence.snapshots)).toEqual(idsOf(alone.snapshots))
    expect(idsOf(evidence.errors)).toEqual(idsOf(alone.errors))
  })
})

describe('archives that are no good', () => {
  const bytes = streamedZip(EXPORT)

  it('one that is cut off gives what could be unpacked, and a Reject', async () => {
    for (const end of [200, 1_000, 2_000, bytes.length - 400]) {
      const { evidence } = await read(bytes.slice(0, end), { name: 'half.zip' })
      expect(sayRejects(evidence.rejects).join()).toMatch(/cut off|cannot be unpacked/)
    }
    expect((await read(bytes.slice(0, 2_500))).evidence.calls.length).toBeGreaterThan(0)
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty archive', zipSync({}), /an archive without files/],
    [
      'an archive in an archive',
      zipSync({ 'inner.zip': zipSync({ 'a.log': bytesOf('x') }) }),
      /an archive inside an archive/,
    ],
    ['a gzip that is cut off', gzipSync(bytesOf(logFixture('kimi-1.42.log'))).slice(0, 300), /cut off/],
    [
      'a damaged gzip',
      gzipSync(bytesOf(logFixture('kimi-1.42.log'))).map((byte, at) => (at > 60 ? byte ^ 0x5a : byte)),
      /cannot be unpacked|cut off/,
    ],
  ])('%s', async (_, packed, reason) => {
    expect(sayRejects((await read(packed)).evidence.rejects).join()).toMatch(reason)
  })

  const log = bytesOf(logFixture('kimi-1.42.log'))
  const flipped = (packed: Uint8Array, at: number) =>
    packed.map((byte, index) => (index === at ? byte ^ 1 : byte))

  it.each<[string, Uint8Array]>([
    ['a gzip whose checksum is wrong', flipped(gzipSync(log), gzipSync(log).length - 8)],
    ['one whose length is wrong', flipped(gzipSync(log), gzipSync(log).length - 1)],
    [
      'the first of two members',
      Uint8Array.of(...flipped(gzipSync(log), gzipSync(log).length - 8), ...gzipSync(log)),
    ],
    ['a file in a zip', flipped(zipSync({ 'a.log': log }, { level: 0 }), 80)],
  ])('%s: refused, since nobody knows which part is wrong', async (_, packed) => {
    for (const ends of [[], [packed.length - 5], [100, packed.length - 20]]) {
      const { evidence } = await read(packed, { ends })
      expect(sayRejects(evidence.rejects).join()).toMatch(/does not match its checksum/)
      expect(evidence.errors).toEqual([])
    }
  })

  it('an encrypted file is named; the others are read', async () => {
    const packed = zipSync({ 'a.log': log, 'b.log': bytesOf(logFixture('kimi-code-2.log')) }, { level: 0 })
    const entry = new TextDecoder('latin1').decode(packed).indexOf('PK\u0001\u0002')
    packed[entry + 8] = 1
    const { evidence } = await read(packed)
    expect(sayRejects(evidence.rejects)).toEqual(['null: an encrypted file, which cannot be read'])
    expect(evidence.errors.length + evidence.calls.length).toBeGreaterThan(0)
  })

  it('packed in a way that nobody knows', async () => {
    const packed = zipSync({
      'a.log': bytesOf(logFixture('kimi-1.42.log')),
      'b.log': bytesOf(logFixture('kimi-code-2.log')),
    })
    packed[8] = 99 // the method of the first entry
    const { evidence } = await read(packed)
    expect(sayRejects(evidence.rejects)).toEqual(['null: packed in a way that is not known'])
    expect(evidence.calls).toHaveLength(5)
  })

  /** The last bytes of an archive: its directory and what says where it is. */
  const directoryAt = (packed: Uint8Array) =>
    new TextDecoder('latin1').decode(packed).indexOf('PK\u0001\u0002')
  const damagedIn = (evidence: ParsedInput['evidence']) => sayRejects(evidence.rejects).join()

  it.each<[string, string, (name: Uint8Array) => Uint8Array]>([
    ['that is not said to be UTF-8', 'GBK.log', (name) => Uint8Array.of(0xc8, 0xd5, 0xd6, ...name.slice(3))],
    ['that is', '使用.log', (name) => name],
  ])('a file with a name %s is held against its checksum, too', async (_, name, written) => {
    const packed = zipSync({ [name]: log }, { level: 0 })
    const bare = bytesOf(name)
    for (const at of [30, directoryAt(packed) + 46]) packed.set(written(bare), at)
    expect((await read(packed)).evidence.errors).toHaveLength(4)
    const { evidence } = await read(flipped(packed, 90))
    expect(damagedIn(evidence)).toMatch(/does not match its checksum/)
    expect(evidence.errors).toEqual([])
  })

  it('a file that the directory does not name is not read: no other program would show it', async () => {
    const [shown, hidden] = [zipSync({ 'a.log': log }), zipSync({ 'b.log': log })]
    const files = hidden.slice(0, directoryAt(hidden))
    const packed = Uint8Array.of(...files, ...shown)
    const { evidence } = await read(packed)
    expect(sayRejects(evidence.rejects)).toEqual([
      'null: a file that the directory of the archive does not name',
    ])
    expect(evidence.errors).toHaveLength(4)
    const renamed = zipSync({ 'a.log': log })
    renamed[directoryAt(renamed) + 46] = 0x7a
    expect((await read(renamed)).evidence.errors).toEqual([])
  })

  it('a comment that looks like the end of an archive hides no directory', async () => {
    const packed = flipped(zipSync({ 'a.log': log }, { level: 0 }), 80)
    const comment = bytesOf(`PK\u0005\u0006${'x'.repeat(60)}`)
    const commented = Uint8Array.of(...packed.slice(0, -2), comment.length, 0, ...comment)
    expect(damagedIn((await read(commented)).evidence)).toMatch(/does not match its checksum/)
  })

  it.each<[string, Uint8Array]>([
    ['gzip in gzip', gzipSync(gzipSync(log))],
    ['gzip in zip, under another name', zipSync({ 'a.log': gzipSync(log) })],
    ['zip in zip, under another name', zipSync({ 'a.log': zipSync({ 'b.log': log }) })],
    ['zip in gzip', gzipSync(zipSync({ 'b.log': log }))],
  ])('%s is named as what it is', async (_, packed) => {
    for (const ends of [[], [1, 2, 3, packed.length - 5]])
      expect(damagedIn((await read(packed, { ends })).evidence)).toMatch(/an archive inside an archive/)
  })

  it('several members of one gzip are one file', async () => {
    const halves = [logFixture('kimi-code-1.log'), logFixture('kimi-code-2.log')]
    const packed = Uint8Array.from(halves.flatMap((half) => [...gzipSync(bytesOf(half))]))
    expect((await read(packed)).evidence.calls).toEqual(readAtOnce(halves.join('')).evidence.calls)
  })
})

describe('archives that are made to fill the memory', () => {
  const letters = bytesOf(`${logFixture('kimi-1.42.log')}${'A'.repeat(40_000_000)}`)

  it.each<[string, Uint8Array]>([
    ['zip', zipSync({ 'a.log': letters }, { level: 9 })],
    ['gzip', gzipSync(letters, { level: 9 })],
  ])('%s: by their ratio', async (_, packed) => {
    const { evidence } = await read(packed)
    expect(evidence).toMatchObject({ calls: [], errors: [] })
    expect(evidence.rejects.map(english)[0]).toBe('an archive that unpacks to more than 400 times its size')
  })

  it('by their size', async () => {
    const limits = { total: 1_000_000, ratio: 1e9, entries: 10 }
    const { evidence } = await read(gzipSync(letters), { limits })
    expect(evidence.rejects.map(english)[0]).toBe('an archive that unpacks to more than 1000000 bytes')
  })

  it('by the number of their files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`${n}.log`, bytesOf(logFixture('kimi-1.42.log'))]),
    )
    const { evidence } = await read(zipSync(files), { limits: { total: 1e9, ratio: 1e9, entries: 20 } })
    expect(evidence.calls).toEqual([])
    expect(evidence.rejects.map(english)[0]).toBe('an archive of more than 20 files')
  })
})
