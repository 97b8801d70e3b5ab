import { NO_EVIDENCE } from '../../evidence/evidence.ts'
import type { ParsedInput, RecognisedPiece } from '../parse-input.ts'
import { countsOf } from '../recognised-pieces.ts'

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
 * Files of an archive in which there is a log: it is the export of a session, and what is neither log nor the answer of a
 * service holds prompts, titles and settings. Of that nothing is kept, no reject either, since it would quote them.
 */
export function withoutConversation(files: readonly ParsedInput[]): readonly ParsedInput[] {
  if (!files.some(({ pieces }) => holds(LOGS, pieces))) return files
  return files.map((file) => (holds(LOGS, file.pieces) || isAnswer(file) ? file : notRead(file)))
}

const isAnswer = ({ pieces }: ParsedInput) => pieces.length === 1 && holds(BODIES, pieces)

const notRead = ({ pieces }: ParsedInput): ParsedInput => {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return { evidence: NO_EVIDENCE, pieces: [] }
  const why = first.why.replace(
    /: [^:]*$/,
    ': a file of a session that is no log of requests, and is not read',
  )
  return {
    evidence: NO_EVIDENCE,
    pieces: [
      { source: 'unrecognised', why, fromLine: first.fromLine, toLine: last.toLine, counts: countsOf({}) },
    ],
  }
}
