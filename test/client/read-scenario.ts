import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { streamInput } from '../../shared/parse/stream-input.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { panelSchema, type Panel } from './printed.ts'
import { truthSchema, type Truth } from './truth.ts'

/** A file that the client wrote, or that shows what the console said. */
export interface ClientFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a scenario left behind: its truth, and the files that a user could bring in. */
export interface Scenario {
  readonly truth: Truth
  readonly logs: readonly ClientFile[]
  readonly wires: readonly ClientFile[]
  readonly exports: readonly ClientFile[]
  readonly rows: readonly ClientFile[]
  readonly readings: readonly ClientFile[]
  /** Windows that show the usage panel. */
  readonly panels: readonly Panel[]
}

/** The scenario in a folder. Logs and wires are those of its exports, as the client packed them. */
export function scenarioIn(folder: string): Scenario {
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')))
  const names = readdirSync(folder).toSorted()
  const file = (name: string): ClientFile => ({ name, bytes: readFileSync(join(folder, name)) })
  const exports = names.filter((name) => name.endsWith('.zip')).map(file)
  const packed = exports.flatMap(({ bytes }) =>
    Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, bytes: content })),
  )
  const some = (name: string) => (names.includes(name) ? [file(name)] : [])
  return {
    truth,
    logs: packed.filter(({ name }) => /^logs\/kimi-code\.log(?:\.\d+)?$/.test(name)),
    wires: packed.filter(({ name }) => basename(name) === 'wire.jsonl'),
    exports,
    rows: some('history.ndjson'),
    readings: some('readings.ndjson'),
    panels: some('panels.ndjson').flatMap(({ bytes }) =>
      new TextDecoder()
        .decode(bytes)
        .split(/\n(?=.)/)
        .map((line) => panelSchema.parse(JSON.parse(line))),
    ),
  }
}

/** What the product reads in files, as if they were brought in together. */
export async function readFiles(files: readonly ClientFile[]): Promise<Evidence> {
  let evidence: Evidence = NO_EVIDENCE
  for (const { name, bytes } of files) {
    const stream = new Blob([new Uint8Array(bytes)]).stream()
    const read = await streamInput({ name, size: bytes.length, stream }, { zone: UNKNOWN_ZONE })
    evidence = mergeEvidence(evidence, read.evidence)
  }
  return evidence
}
