import { analyse } from '../analyse/analyse.ts'
import { DEFAULT_RULES } from '../analyse/rules.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import type { Reject } from '../evidence/reject.ts'
import { readInput, type ParsedInput } from '../intake.ts'
import { streamInput } from '../parse/stream-input.ts'
import type { Clock } from '../time/clock.ts'
import { readArguments } from './read-arguments.ts'
import type { FileContent } from './read-files.ts'
import { UsageError, type InputArgument } from './report-arguments.ts'
import { USAGE } from './usage-text.ts'
import { writeReport } from './write-report.ts'

/** What the command has of the world. */
export interface World {
  readonly readFile: (file: string) => Promise<FileContent>
  readonly clock: Pick<Clock, 'now'>
  readonly out: (text: string) => void
  /** One line about something that went wrong. */
  readonly complain: (line: string) => void
}

/** Exit status (DESIGN.md 5): 0 something was read, 1 nothing was, 2 the command line is wrong. */
export type ExitStatus = 0 | 1 | 2

/** The whole command: reads the words and the files, analyses, writes. What is wrong is one line each. */
export async function runReport(words: readonly string[], world: World): Promise<ExitStatus> {
  try {
    const request = readArguments(words)
    if (request === 'help') {
      world.out(USAGE)
      return 0
    }
    const evidence = await readEvidence(request.inputs, world)
    const report = analyse(evidence, {
      now: request.now ?? world.clock.now(),
      zone: request.zone,
      rules: DEFAULT_RULES,
      claims: request.claims,
    })
    world.out(writeReport(report, evidence, request))
    return isEmpty(evidence) ? 1 : 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    world.complain(`${error.message} (--help says more)`)
    return 2
  }
}

/** All inputs as one evidence. They are read in an order of their own, so that the order of words changes nothing. */
async function readEvidence(inputs: readonly InputArgument[], world: World): Promise<Evidence> {
  const parts: Evidence[] = []
  for (const input of inputs.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const file = await world.readFile(input.file)
    if ('reason' in file) {
      world.complain(`${input.file}: ${file.reason}`)
      continue
    }
    const { evidence } = await readContent(input, file)
    for (const reject of evidence.rejects) world.complain(rejectLine(reject))
    parts.push(evidence)
  }
  return mergeEvidence(...parts)
}

/** An archive (the client's export of a session, a packed log) is read file by file, as the console does. */
async function readContent(
  { file, zone, takenAt }: InputArgument,
  content: Exclude<FileContent, { readonly reason: string }>,
): Promise<ParsedInput> {
  if ('text' in content)
    return readInput({ at: takenAt, via: 'file', input: file, source: null, body: content.text }, { zone })
  const { packed } = content
  return streamInput({ name: file, size: packed.length, stream: new Blob([packed]).stream() }, { zone })
}

const keyOf = ({ file, zone, takenAt }: InputArgument): string => JSON.stringify([file, zone, takenAt])

/** `rows.txt:3: no time in this line`, `body.json $.usage.used: …` */
function rejectLine({ input, line, path, reason }: Reject): string {
  const at = line === null ? '' : `:${line}`
  const within = path === null || path === '$' ? '' : ` ${path}`
  return `${input}${at}${within}: ${reason}`
}

/** Rejects say that there was something, not that it was read. */
function isEmpty({ records, snapshots, errors, calls, costs, devices, marks }: Evidence): boolean {
  return [records, snapshots, errors, calls, costs, devices, marks].every((items) => items.length === 0)
}
