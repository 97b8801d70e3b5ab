import { mkdtempSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../shared/cli/run-command.ts'
import { writeWhole } from '../../shared/cli/write-whole.ts'
import { installationFile } from '../../shared/evidence/installation.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { systemClock } from '../../shared/time/clock.ts'
import { reportSchema } from '../../shared/export/report-schema.ts'
import { worldOf } from './world-of.ts'

const IDS = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'] as const
const LINE = (second: number) =>
  `2026-03-08T23:00:${String(second).padStart(2, '0')}.000Z WARN  llm request failed  turnStep=0.1 errorName=APIStatusError errorMessage="403 You've reached your 5-hour usage limit." statusCode=403\n`

const synced = () => mkdtempSync(join(tmpdir(), 'quotascope-keep-'))

function machine(id: string, folder: string) {
  const log = join(synced(), 'kimi-code.log')
  const { world, run } = worldOf({ newId: () => id, writeFile: writeWhole })
  return {
    run,
    log: (text: string) => writeFileSync(log, text),
    keep: (...words: string[]) => runCommand(['keep', folder, log, ...words], world),
    report: (...words: string[]) => runCommand(['report', folder, ...words], world),
    file: join(folder, `quotascope-${id}.json`),
  }
}

const reportOf = (text: string) => reportSchema.parse(JSON.parse(text))

describe('keep', () => {
  it('writes a bundle for each machine, and report reads them as one history', async () => {
    const folder = synced()
    const [laptop, server] = [machine(IDS[0], folder), machine(IDS[1], folder)]
    laptop.log(LINE(1) + LINE(2))
    server.log(LINE(2) + LINE(3))
    expect(await laptop.keep('--name', 'laptop')).toBe(0)
    expect(await server.keep()).toBe(0)
    expect(readdirSync(folder).toSorted()).toEqual(IDS.map((id) => `quotascope-${id}.json`))
    expect(await server.report('--json')).toBe(0)
    const { counts, installations, rejects } = reportOf(server.run.stdout)
    expect(counts.errors).toBe(3)
    expect(rejects).toEqual([])
    expect(installations).toMatchObject([
      { id: IDS[0], name: 'laptop', retired: false },
      { id: IDS[1], name: null, retired: false },
    ])
    expect(laptop.run.stderr + server.run.stderr).toBe('')
  })

  it('says in text, and line by line in CSV, which machine saw what', async () => {
    const folder = synced()
    const [laptop, server] = [machine(IDS[0], folder), machine(IDS[1], folder)]
    laptop.log(LINE(1) + LINE(2))
    server.log(LINE(2))
    await laptop.keep('--name', 'Laptop of Anna')
    await server.keep('--name', 'server', '--retire')
    await server.report('--format', 'text')
    expect(server.run.stdout).toMatch(/Laptop of Anna: 0 rows[^]*server \(retired\): 0 rows/)
    await laptop.report('--format', 'csv', '--unmasked')
    const cells = laptop.run.stdout
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',').at(-1))
    expect(cells).toEqual(['Laptop of Anna; server', 'Laptop of Anna'])
    server.run.stdout = ''
    await server.report('--format', 'csv')
    expect(server.run.stdout).toContain('installation-1; installation-2')
    expect(server.run.stdout).not.toMatch(/Anna/)
  })

  it('keeps what a log no longer has, and each of its lines once, however often it runs', async () => {
    const laptop = machine(IDS[0], synced())
    const sizes: number[] = []
    for (let second = 1; second <= 9; second += 1) {
      laptop.log(Array.from({ length: second }, (_, index) => LINE(index)).join(''))
      await laptop.keep()
      sizes.push(readFileSync(laptop.file).length)
    }
    const growth = sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0))
    expect(Math.max(...growth)).toBeLessThan(Math.min(...growth) + 50)
    laptop.log(LINE(30))
    await laptop.keep()
    const read = readBundle(readFileSync(laptop.file, 'utf8'))
    expect(read.ok && read.evidence.errors).toHaveLength(10)
  })

  it('writes nothing where nothing changed', async () => {
    const laptop = machine(IDS[0], synced())
    laptop.log(LINE(1))
    await laptop.keep()
    const marked = readFileSync(laptop.file, 'utf8').replace(/\n$/, ' \n')
    writeFileSync(laptop.file, marked)
    expect(await laptop.keep()).toBe(0)
    expect(readFileSync(laptop.file, 'utf8')).toBe(marked)
    await laptop.keep('--name', 'other')
    expect(readFileSync(laptop.file, 'utf8')).toContain('"name":"other"')
  })

  it('removes what a run that was killed left beside its file, and nothing that is young or not its own', async () => {
    const folder = synced()
    const [laptop, server] = IDS.map((id) => installationFile(id))
    const parts = [`.${laptop}.41.part`, `.${laptop}.42.part`, `.${server}.41.part`, `.${laptop}.41.part.txt`]
    const hour = 3600
    for (const [index, part] of parts.entries()) {
      writeFileSync(join(folder, part), 'half')
      const written = systemClock.now() / 1000 - (index === 1 ? hour - 60 : hour + 60)
      utimesSync(join(folder, part), written, written)
    }
    const machineOf = machine(IDS[0], folder)
    machineOf.log(LINE(1))
    expect(await machineOf.keep()).toBe(0)
    expect(new Set(readdirSync(folder))).toEqual(new Set([...parts.slice(1), laptop]))
  })

  it('never writes over what it cannot read', async () => {
    const laptop = machine(IDS[0], synced())
    laptop.log(LINE(1))
    await laptop.keep()
    for (const length of [readFileSync(laptop.file).length - 5, 0]) {
      truncateSync(laptop.file, length)
      expect(await laptop.keep()).toBe(1)
      expect(readFileSync(laptop.file).length).toBe(length)
      expect(laptop.run.stderr).toContain('is not written over')
    }
  })

  it.each([
    [['/no/such/folder'], 'is no folder'],
    [['.', '--name', ''], '--name'],
    [['.', '--name', 'a\u0007b'], '--name'],
  ])('is wrong usage with %j', async (words, said) => {
    const { world, run } = worldOf()
    expect(await runCommand(['keep', ...words], world)).toBe(2)
    expect(run.stderr).toContain(said)
  })
})
