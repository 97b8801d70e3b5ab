import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import type { BenchResult } from './bench.ts'
import { historyText } from './history-text.ts'
import { costOfCommand, inTurn } from './program-cost.ts'

/** A history of a million rows, copied as text, and what the command writes of it. */

const ROWS = 1_000_000
const AT_ONCE = 10_000
const RUNS = 5
const FORMATS = ['json', 'csv', 'text'] as const

async function writeHistory(file: string): Promise<void> {
  const out = createWriteStream(file)
  for (let first = 0; first < ROWS; first += AT_ONCE)
    if (!out.write(`${historyText(AT_ONCE, true, first)}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

export default {
  name: 'million rows',
  async run(): Promise<readonly BenchResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'quotascope-rows-'))
    try {
      const file = join(folder, 'history.txt')
      await writeHistory(file)
      const run = (format: string) => () =>
        costOfCommand('report', file, '--zone', 'UTC', '--format', format, '-o', join(folder, 'report'))
      const costs = inTurn({ json: run('json'), csv: run('csv'), text: run('text') }, RUNS)
      return FORMATS.flatMap((format) => [
        { what: `${ROWS} rows to ${format}: CPU`, value: costs[format].cpu, unit: 's' },
        { what: `${ROWS} rows to ${format}: peak`, value: costs[format].megabytes, unit: 'MB' },
      ])
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
