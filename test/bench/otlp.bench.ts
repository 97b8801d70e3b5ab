import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { instant } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import type { BenchResult } from './bench.ts'
import { costOfCommand, inTurn } from './program-cost.ts'
import { inBouts, START, syntheticRecords } from './synthetic-records.ts'

/** Histories written as log records: what that takes beside a Report in JSON, which is read and analysed alike and writes next to nothing. */

const RUNS = 3
/** In bundles of so many rows. */
const BUNDLE = 100_000
const SIZES = [300_000, 900_000]

async function writeBundles(folder: string, rows: number): Promise<readonly string[]> {
  const files: string[] = []
  for (let first = 0; first < rows; first += BUNDLE) {
    const records = syntheticRecords(first, first + BUNDLE).map(inBouts)
    const file = join(folder, `${first}.json`)
    const options = { writtenAt: instant(START + 400 * 86_400_000), zone: UTC, masking: 'none' } as const
    await writeFile(file, writeBundle({ ...NO_EVIDENCE, records }, options))
    files.push(file)
  }
  return files
}

async function writing(rows: number): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quotascope-otlp-'))
  try {
    const files = await writeBundles(folder, rows)
    const written = (format: string) => () =>
      costOfCommand('report', ...files, '--format', format, '-o', join(folder, 'written'))
    const { json, otlp } = inTurn({ json: written('json'), otlp: written('otlp') }, RUNS)
    const what = `${rows.toLocaleString('en')} rows`
    return [
      { what: `${what}, the whole command`, value: rows / otlp.seconds, unit: '/s' },
      { what: `${what}, the whole command, of CPU`, value: rows / otlp.cpu, unit: '/s' },
      { what: `${what}, reading and analysing alone: CPU`, value: json.cpu, unit: 's' },
      {
        what: `${what}, writing alone (goal: 100,000)`,
        value: rows / (otlp.seconds - json.seconds),
        unit: '/s',
      },
      {
        what: `${what}, writing alone, of CPU (goal: 100,000)`,
        value: rows / (otlp.cpu - json.cpu),
        unit: '/s',
      },
      { what: `${what}: peak`, value: otlp.megabytes, unit: 'MB' },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

export default {
  name: 'otlp',
  async run(): Promise<readonly BenchResult[]> {
    const results: BenchResult[] = []
    for (const rows of SIZES) results.push(...(await writing(rows)))
    return results
  },
}
