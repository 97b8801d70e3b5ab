import { NO_EVIDENCE } from '../../evidence/evidence.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import type { ParsedInput, RecognisedPiece } from '../parse-input.ts'
import { countsOf } from '../recognised-pieces.ts'
import { withRefusal } from './with-refusal.ts'

/** A file of an archive, as it was read by itself. */
export interface ArchivedFile {
  readonly label: string
  readonly read: ParsedInput
  /** Why not all of it could be unpacked. */
  readonly refusal: Reason | null
}

const LOGS: ReadonlySet<string> = new Set(['kimi_log', 'kimi_code_log', 'wire_log'])
const BODIES: ReadonlySet<string> = new Set([
  'usages',
  'ListUnifiedRequests',
  'GetSubscriptionStats',
  'GetUsages',
  'GetSubscription',
  'ListDevices',
  'ListAPIKeys',
])

const holds = (sources: ReadonlySet<string>, pieces: readonly RecognisedPiece[]) =>
  pieces.some(({ source }) => sources.has(source))

/**
 * What is kept of the files of an archive. One in which there is a log is the export of a session: what is neither log nor
 * the answer of a service holds prompts, titles and settings there, and nothing of it is kept, no reject either. In any
 * other, a file without evidence is not quoted: the logs may have been cut off.
 */
export function withoutConversation(files: readonly ArchivedFile[]): readonly ParsedInput[] {
  const isExport = files.some(({ read }) => holds(LOGS, read.pieces))
  return files.map((file) => {
    const kept =
      isExport && !holds(LOGS, file.read.pieces) && !isAnswer(file.read) ? notRead(file.read) : file.read
    const said = inFile(unquoted(kept), file.label)
    return file.refusal === null ? said : withRefusal(said, file.label, file.refusal)
  })
}

const isAnswer = ({ pieces }: ParsedInput) => pieces.length === 1 && holds(BODIES, pieces)

const inFile = (read: ParsedInput, label: string): ParsedInput => ({
  ...read,
  pieces: read.pieces.map((piece) => ({ ...piece, file: label })),
})

function notRead({ pieces }: ParsedInput): ParsedInput {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return { evidence: NO_EVIDENCE, pieces: [] }
  const why = 'a file of a session that is no log of requests, and is not read'
  const { fromLine } = first
  const { toLine } = last
  return {
    evidence: NO_EVIDENCE,
    pieces: [{ source: 'unrecognised', why, fromLine, toLine, counts: countsOf({}) }],
  }
}

function unquoted(read: ParsedInput): ParsedInput {
  const { records, snapshots, errors, calls, devices, rejects } = read.evidence
  if ([records, snapshots, errors, calls, devices].some((list) => list.length > 0)) return read
  return {
    ...read,
    evidence: { ...read.evidence, rejects: rejects.map((reject) => ({ ...reject, excerpt: '' })) },
  }
}
