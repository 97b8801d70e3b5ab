import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { encryptBundle } from '../../shared/export/bundle/encrypted-bundle.ts'
import { at, zone } from '../time/given.ts'
import { jsonOf, npmReport } from './report-command.ts'
import { runWith } from './run-with.ts'
import { NOW, SEED_FILES, seedFile } from './seed-files.ts'

const ROW = 'Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success'
const bundle = writeBundle(telltaleEvidence(), {
  writtenAt: at('2026-03-09T00:00:00Z'),
  zone: 'unknown',
  masking: 'none',
})

describe('the order of files', () => {
  it.each(['text', 'json', 'md', 'html', 'csv', 'ics', 'otlp', 'openmetrics'])(
    'changes no byte of %s',
    async (format) => {
      const inputs = [
        ...SEED_FILES,
        'a.txt@+01:00',
        'b.txt',
        seedFile('usages-2026-03-07.json'),
        'bundle.json',
      ]
      const files = {
        'a.txt': ROW,
        'b.txt': `${ROW}\nLogin Device KimiCLI/1.16.0 2026/13/02 17:25:14 Success`,
        'bundle.json': bundle,
      }
      const first = await runWith([...inputs, '--format', format], files)
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(inputs, { minLength: inputs.length }), async (shuffled) => {
          expect(await runWith([...shuffled, '--format', format], files)).toEqual(first)
        }),
        { numRuns: 12 },
      )
    },
  )
})

describe('inputs', () => {
  it('one file may have a zone of its own', async () => {
    const { stdout } = await runWith(['a.txt@+01:00', 'b.txt', '--format', 'csv'], {
      'a.txt': ROW,
      'b.txt': ROW,
    })
    expect(stdout).toContain('2026-03-02T16:25:14Z')
    expect(stdout).toContain('\r\n,2026-03-02 17:25:14,')
  })

  it('lines of captures say themselves when and what', async () => {
    const body = {
      usage: { limit: '100', used: '33', remaining: '67', resetTime: '2026-03-08T09:20:45.248979Z' },
    }
    const lines = `${JSON.stringify({ at: '2026-03-07T12:00:00Z', source: 'usages', body })}\n`
    expect(jsonOf(await runWith(['x.ndjson'], { 'x.ndjson': lines })).counts.snapshots).toBe(1)
  })

  it('a time of capture rules out the offsets under which rows would lie after it', async () => {
    const history = seedFile('usage-history.txt')
    const words = [...SEED_FILES, '--taken-at', `${history}=2026-03-02T17:26:00Z`]
    const [verdict] = jsonOf(await runWith(words)).incidents.flatMap(({ verdicts }) =>
      verdicts.filter(({ byOffset }) => byOffset),
    )
    const excluded = verdict?.offsetsExcluded?.map(({ offset }) => offset)
    expect(excluded).toContain('-01:00')
    expect(excluded).not.toContain('+00:00')
  })

  it('a bundle gives the report of its evidence', async () => {
    const report = jsonOf(await runWith(['b.json', ...NOW], { 'b.json': bundle }))
    expect(report.counts).toMatchObject({ records: 10, snapshots: 2, errors: 3 })
  })

  it('standard input is read for -', () => {
    expect(jsonOf(npmReport(['-', ...NOW], ROW)).counts.records).toBe(1)
  })

  it('claims are judged, and the label is printed', async () => {
    const words = [
      ...SEED_FILES,
      '--zone',
      '+01:00',
      '--claim',
      'My 5h window reset at 17:20',
      '--claim',
      'hm?',
    ]
    const report = jsonOf(await runWith([...words, '--account', 'mine']))
    expect(report.claims.map(({ verdict }) => verdict)).toEqual(['contradicted', 'undecidable'])
    expect(report.account).toBe('mine')
  })
})

describe('what is handed on', () => {
  const files = { 'b.json': bundle }

  it.each(['md', 'csv'])('%s is masked unless --unmasked', async (format) => {
    const words = ['b.json', '--format', format]
    expect((await runWith(words, files)).stdout).not.toMatch(/planted|bef2fd2b/)
    expect((await runWith([...words, '--unmasked'], files)).stdout).toMatch(/bef2fd2b/)
  })
})

describe('bad input is one line that names file, place and reason', () => {
  const broken = { 'rows.txt': `${ROW}\nLogin Device KimiCLI/1.16.0 2026/13/02 17:25:14 Success\n` }

  it('a row that cannot be read: the rest counts, exit 0', async () => {
    const run = await runWith(['rows.txt'], broken)
    expect(run.status).toBe(0)
    expect(run.stderr).toMatch(/^rows\.txt:2: .+\n$/)
    expect(jsonOf(run).rejects).toMatchObject([{ input: 'rows.txt', line: 2 }])
  })

  it.each([
    ['a newer bundle', bundle.replace('bundle@5', 'bundle@7'), /^x: this bundle is refused: .*version 7/],
    ['a damaged bundle', bundle.slice(0, -30), /^x: this bundle is refused: it is not JSON/],
    ['prose', 'What a lovely day.\n', /^nothing was recognised in x: /],
    ['nothing', '', /^nothing was recognised in x: /],
    [
      'an empty bundle',
      writeBundle(NO_EVIDENCE, { writtenAt: at('2026-03-09T00:00:00Z'), zone: 'unknown' }),
      /^nothing was recognised in x: /,
    ],
  ])('%s: one line says what was tried and what would help, exit 1, no report', async (_, text, line) => {
    const run = await runWith(['x'], { x: text })
    expect([run.status, run.stdout]).toEqual([1, ''])
    expect(run.stderr.trim()).toMatch(line)
    expect(run.stderr).toContain('logs of Kimi clients')
  })

  it('from the disk: no file, a picture; what is readable counts, exit 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quotascope-'))
    const picture = join(folder, 'x.png')
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
    const none = join(folder, 'none.txt')
    const run = await runWith([none, picture, seedFile('usage-history.txt'), ...NOW])
    expect(run.status).toBe(2)
    expect(run.stderr).toBe(`${none}: there is no such file\n${picture}: is no text\n`)
    expect(jsonOf(run).counts.records).toBe(9)
    expect((await runWith([none])).stderr).toBe(`${none}: there is no such file\n`)
    expect((await runWith([picture])).status).toBe(1)
  })

  it('a device is refused, since it may never end', async () => {
    expect(await runWith(['/dev/zero'])).toEqual({
      status: 2,
      stdout: '',
      stderr: '/dev/zero: is a device, not a file\n',
    })
  })

  it('paths are those of the folder where npm was started', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quotascope-'))
    copyFileSync(seedFile('usage-history.txt'), join(folder, 'rows.txt'))
    expect(jsonOf(npmReport(['rows.txt', ...NOW], '', folder)).counts.records).toBe(9)
  })
})

describe('a wrong command line', () => {
  it.each([[['a', '--zone', 'Mars/Olympus']], [['a', '--bogus']]])('%j: one line, exit 2', async (words) => {
    const run = await runWith(words)
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(/^[^\n]+ \(--help says more\)\n$/)
  })

  it('--help explains all of it, exit 0', async () => {
    const { status, stdout, stderr } = await runWith(['--help'])
    expect([status, stderr]).toEqual([0, ''])
    for (const option of ['--zone', '--now', '--taken-at', '--account', '--claim', '--format', '--unmasked'])
      expect(stdout).toContain(option)
  })
})

it('the export of a session is read as the console reads it', async () => {
  const file = 'test/fixtures/client/quota5h/export.zip'
  const run = await runWith([file, '--zone', 'UTC', '--now', '2026-11-29T23:00:00Z'])
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(jsonOf(run)).toMatchObject({ incidents: [{ leading: 'quota_5h' }] })
})

describe('bundles', () => {
  const written = { writtenAt: at('2026-03-09T00:00:00Z'), zone: zone('+01:00') }
  const complete = writeBundle(telltaleEvidence(), { ...written, masking: 'none' })
  const redacted = writeBundle(telltaleEvidence(), written)
  const both = { 'a.json': complete, 'b.json': complete, 'c.json': redacted, 'd.json': redacted }

  it('complete ones are one history, in the zone that they were written in', async () => {
    const once = await runWith(['a.json', ...NOW], both)
    expect(jsonOf(once).zone).toBe('+01:00')
    expect((await runWith(['b.json', 'a.json', ...NOW], both)).stdout).toBe(once.stdout)
    expect(jsonOf(await runWith(['a.json', '--zone', 'unknown', ...NOW], both)).zone).toBe('unknown')
    expect(jsonOf(await runWith(['a.json', 'row.txt', ...NOW], { ...both, 'row.txt': ROW })).zone).toBe(
      'unknown',
    )
  })

  it('a redacted one is a history of its own: alone it is reported on, beside others it is left out', async () => {
    const alone = jsonOf(await runWith(['c.json', ...NOW], both))
    expect(alone.counts).toMatchObject({ records: 10, snapshots: 2, errors: 3 })
    expect(jsonOf(await runWith(['c.json', 'd.json', ...NOW], both)).counts).toEqual(alone.counts)
    const beside = await runWith(['c.json', 'a.json', ...NOW], both)
    expect(beside.stderr).toMatch(/c\.json: a redacted bundle is a history of its own/)
    expect(jsonOf(beside).counts).toMatchObject({ records: 10, snapshots: 2, errors: 3 })
    expect(jsonOf(beside).answer).toEqual(jsonOf(await runWith(['a.json', ...NOW], both)).answer)
  })

  it('an encrypted one is opened with its passphrase, and says what is missing without', async () => {
    const sealed = new Uint8Array(
      await (await encryptBundle(new Blob([complete]), 'of my own')).arrayBuffer(),
    )
    const files = { 'a.enc': sealed, 'a.json': complete }
    const plain = await runWith(['a.json', ...NOW], files)
    const env = { QUOTASCOPE_PASSPHRASE: 'of my own' }
    expect(await runWith(['a.enc', ...NOW], files, { env })).toEqual(plain)
    const askSecret = () => Promise.resolve('of my own')
    expect(await runWith(['a.enc', ...NOW], files, { askSecret })).toEqual(plain)
    const without = await runWith(['a.enc'], files)
    expect([without.status, without.stdout]).toEqual([1, ''])
    expect(without.stderr).toMatch(
      /a\.enc: an encrypted bundle: give its passphrase in QUOTASCOPE_PASSPHRASE/,
    )
    const wrong = await runWith(['a.enc'], files, { env: { QUOTASCOPE_PASSPHRASE: 'of others' } })
    expect(wrong.stderr).toMatch(/could not be opened: the passphrase is wrong, or the file was changed/)
  })
})
