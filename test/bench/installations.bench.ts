import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId } from '../../shared/evidence/id.ts'
import { installationFile } from '../../shared/evidence/installation.ts'
import type { Capture } from '../../shared/evidence/kinds/capture.ts'
import type { UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import { instant } from '../../shared/time/instant.ts'
import { UTC } from '../../shared/time/zone.ts'
import type { BenchResult } from './bench.ts'
import { costOfCommand, inTurn } from './program-cost.ts'
import { inBouts, START, syntheticRecords } from './synthetic-records.ts'

/** A folder of five installations with 200,000 rows each, half of them shared with the next one, read as one history. */

const INSTALLATIONS = 5
const ROWS = 200_000
/** As many as Kimi's console gives at once. */
const PAGE = 100
const RUNS = 3

/** What an installation saw from row `first` on, a page after the other. */
function seenFrom(first: number, id: string): Evidence {
  const records: UsageRecord[] = []
  const captures: Capture[] = []
  const rows = syntheticRecords(first, first + ROWS).map(inBouts)
  for (let at = 0; at < rows.length; at += PAGE) {
    const page = rows.slice(at, at + PAGE)
    const capture = evidenceId('capture', id, at)
    records.push(
      ...page.map((row, index) => ({ ...row, origins: [{ capture, at: `$.requests[${index}]` }] })),
    )
    const last = page.at(-1)
    if (last?.when.kind !== 'span') continue
    captures.push({
      id: capture,
      at: instant(last.when.span.to + 180_000),
      via: 'page',
      input: 'ListUnifiedRequests',
      source: 'ListUnifiedRequests',
      rows: page.length,
      newest: last.when,
      oldest: page[0]?.when ?? null,
      recordIds: page.map((row) => row.id),
    })
  }
  return { ...NO_EVIDENCE, records, captures }
}

const idOf = (index: number) => `0000000${index}-0000-4000-8000-000000000000`

async function writeInstallations(folder: string): Promise<void> {
  for (let index = 0; index < INSTALLATIONS; index += 1) {
    const text = writeBundle(seenFrom((index * ROWS) / 2, idOf(index)), {
      writtenAt: instant(START + 400 * 86_400_000),
      zone: UTC,
      masking: 'none',
      installation: { id: idOf(index), name: null },
    })
    await writeFile(join(folder, installationFile(idOf(index))), text)
  }
}

export default {
  name: 'installations',
  async run(): Promise<readonly BenchResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'quotascope-installations-'))
    try {
      await writeInstallations(folder)
      const output = join(folder, 'report')
      const { report } = inTurn(
        { report: () => costOfCommand('report', folder, '--format', 'json', '-o', output) },
        RUNS,
      )
      return [
        { what: '5 times 200,000 rows to a report (goal: 10 s): CPU', value: report.cpu, unit: 's' },
        { what: 'the same: peak', value: report.megabytes, unit: 'MB' },
      ]
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
