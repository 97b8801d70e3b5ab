import type { CaptureSource } from '../evidence/kinds/capture.ts'
import { joinWhy, type Recognition, type WhyAll } from '../evidence/sentences/recognitions.ts'
import { byKind, GIVEN_KINDS, type GivenKind, type KindCounts } from '../evidence/kinds/kinds.ts'
import type { DetectedPiece } from './detect.ts'
import type { Parsed } from './parser.ts'
import { isBlank, type TextLines } from './text/text-lines.ts'

export type PieceCounts = KindCounts<GivenKind>

/** What a stretch of lines was taken for. Prose that was ignored is one too: `unrecognised`, because it is `prose`. */
export interface RecognisedPiece {
  readonly source: CaptureSource
  readonly why: WhyAll
  /** The file of an archive in which it stands. */
  readonly file?: string
  /** 1-based, both included. */
  readonly fromLine: number
  readonly toLine: number
  readonly counts: PieceCounts
}

export const PROSE = 'prose' satisfies Recognition

export const countsOf = (parsed: Parsed): PieceCounts =>
  byKind(GIVEN_KINDS, (kind) => parsed[kind]?.length ?? 0)

/**
 * The account of an input: every line belongs to exactly one piece, in order. Blank lines belong to the
 * prose around them, or where there is none to the piece before; pieces that share a line are told as one.
 */
export function accountFor(lines: TextLines, pieces: readonly DetectedPiece[]): RecognisedPiece[] {
  const account: RecognisedPiece[] = []
  let next = 1 // the first line that is not accounted for
  let index = 0
  for (const piece of pieces) {
    fillGap(account, lines, index, piece.from, next, lines.lineOf(piece.from) - 1)
    next = Math.max(next, (account.at(-1)?.toLine ?? 0) + 1)
    const toLine = lastLineOf(lines, piece)
    add(account, {
      source: piece.source,
      why: piece.why,
      fromLine: next,
      toLine,
      counts: countsOf(piece.parsed),
    })
    next = Math.max(next, toLine + 1)
    index = piece.to
  }
  fillGap(account, lines, index, lines.texts.length, next, lines.count)
  return account
}

const lastLineOf = (lines: TextLines, { to }: DetectedPiece) =>
  to < lines.texts.length ? Math.max(lines.lineOf(to - 1), lines.lineOf(to) - 1) : lines.lineOf(to - 1)

function fillGap(
  account: RecognisedPiece[],
  lines: TextLines,
  from: number,
  to: number,
  fromLine: number,
  toLine: number,
): void {
  if (fromLine > toLine) return
  const last = account.at(-1)
  if (last && lines.texts.slice(from, to).every(isBlank)) account[account.length - 1] = { ...last, toLine }
  else account.push({ source: 'unrecognised', why: PROSE, fromLine, toLine, counts: countsOf({}) })
}

/** A piece that begins on the last line of the one before it is told with it. */
function add(account: RecognisedPiece[], piece: RecognisedPiece): void {
  const last = account.at(-1)
  if (!last || piece.toLine >= piece.fromLine) {
    account.push(piece)
    return
  }
  account[account.length - 1] = {
    ...last,
    why: joinWhy(last.why, piece.why),
    counts: byKind(GIVEN_KINDS, (kind) => last.counts[kind] + piece.counts[kind]),
  }
}
