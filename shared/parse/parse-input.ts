import type { Capture, CaptureSource, RawCapture } from '../evidence/capture.ts'
import { NO_EVIDENCE, type Evidence } from '../evidence/evidence.ts'
import { evidenceId } from '../evidence/id.ts'
import { mergeEvidence } from '../evidence/merge.ts'
import type { Zone } from '../time/zone.ts'
import { detectPieces, type DetectedPiece } from './detect.ts'
import { NO_CLAIM, readJsonValue } from './json-value.ts'
import { captureOf } from './page-capture.ts'
import type { ParseContext, Parsed } from './parser.ts'
import { joinPastedTogether } from './pasted-together.ts'
import { joinParsed, WHOLE_LINES, type FinderContext } from './text/finder.ts'
import { splitLines, type TextLines } from './text/text-lines.ts'

/** What was recognised on a stretch of lines, for whoever wants to see it line by line. */
export interface RecognisedPiece {
  /** `unrecognised` for prose, which is ignored, and for what was refused. */
  readonly source: CaptureSource
  readonly why: string
  /** 1-based, both included. */
  readonly fromLine: number
  readonly toLine: number
  readonly counts: Readonly<Record<CountedKind, number>>
}

export type CountedKind = 'records' | 'snapshots' | 'errors' | 'calls' | 'devices' | 'marks' | 'rejects'

export interface ParsedInput {
  readonly evidence: Evidence
  /** Every line of the input belongs to a piece. */
  readonly pieces: readonly RecognisedPiece[]
}

export interface ParseOptions {
  /** For zone-less text; "unknown" leaves it without a zone. */
  readonly zone: Zone
}

/**
 * The one door for everything that can be read: a pasted post, a body, a file, a capture. It says by content what each
 * part is, reads it, and never throws: what looks like evidence and cannot be read is a Reject, the rest is prose.
 * Bundles of our own are read by shared/export, before anything comes here (shared/intake.ts).
 */
export function parseInput(raw: RawCapture, { zone }: ParseOptions): ParsedInput {
  const capture = evidenceId('capture', raw.body, raw.at)
  const context: ParseContext = { capture, at: raw.at, via: raw.via, input: raw.input, zone }
  const lines = splitLines(raw.body)
  const pages = new Map<string, ParseContext>()
  const finder: FinderContext = {
    piece: context,
    rowsFrom: (line) => {
      const page =
        line === 1 ? context : { ...context, capture: evidenceId('capture', raw.body, raw.at, line) }
      pages.set(page.capture, page)
      return page
    },
  }
  const pieces = wholeJson(raw, finder, lines) ?? joinPastedTogether(detectAll(lines, finder, zone), lines)
  const parsed = joinParsed(pieces.map((piece) => piece.parsed))
  const evidence = mergeEvidence({
    ...NO_EVIDENCE,
    ...parsed,
    captures: [...capturesOf(pieces, parsed, context, pages), ...(parsed.captures ?? [])],
  })
  return { evidence, pieces: recognised(pieces, lines) }
}

/** A body that is JSON from end to end: read as what its capturer says it is, if it looks like it. */
function wholeJson(
  raw: RawCapture,
  finder: FinderContext,
  lines: TextLines,
): readonly DetectedPiece[] | null {
  const value = /^[\s\uFEFF]*[{[]/.test(raw.body) ? jsonOf(raw.body) : undefined
  if (value === undefined) return null
  const reading = readJsonValue({ value, at: '$', line: null }, finder, { ...NO_CLAIM, source: raw.source })
  return reading && [{ ...reading, from: 0, to: lines.texts.length, ...WHOLE_LINES }]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined // text, or several JSON values: detection finds them
    throw error
  }
}

/** Captures inside a text (lines of NDJSON) are read through this same door. */
const detectAll = (lines: TextLines, finder: FinderContext, zone: Zone): readonly DetectedPiece[] =>
  detectPieces(lines, {
    ...finder,
    readCapture: (raw, line) => {
      const { evidence, pieces } = parseInput({ ...raw, input: finder.piece.input }, { zone })
      const [first] = pieces
      return {
        source: first?.source ?? 'unrecognised',
        why: `a captured answer on line ${line}: ${first?.why ?? 'empty'}`,
        parsed: evidence,
      }
    },
  })

/** One capture for the input, and one more for every page of rows that begins further down in it. */
function capturesOf(
  pieces: readonly DetectedPiece[],
  { records = [] }: Parsed,
  context: ParseContext,
  pages: ReadonlyMap<string, ParseContext>,
): readonly Capture[] {
  const rowsOf = (id: string) =>
    records.filter(({ origins }) => origins.some(({ capture }) => capture === id))
  const main = pieces.find(({ source }) => source !== 'unrecognised')?.source ?? 'unrecognised'
  const others = [...pages.values()].filter(({ capture }) => capture !== context.capture)
  const pageSource = (page: ParseContext) =>
    pieces.find(({ parsed }) => parsed.records?.some(({ origins }) => origins[0]?.capture === page.capture))
      ?.source
  return [
    captureOf(context, main, rowsOf(context.capture)),
    ...others.flatMap((page) => {
      const rows = rowsOf(page.capture)
      return rows.length > 0 ? [captureOf(page, pageSource(page) ?? 'history_text', rows)] : []
    }),
  ]
}

const NONE = { records: 0, snapshots: 0, errors: 0, calls: 0, devices: 0, marks: 0, rejects: 0 }

/** The pieces by their lines, and between them the prose. */
function recognised(pieces: readonly DetectedPiece[], lines: TextLines): readonly RecognisedPiece[] {
  const all: RecognisedPiece[] = []
  let next = 1
  const prose = (to: number) => {
    if (to >= next)
      all.push({ source: 'unrecognised', why: 'prose', fromLine: next, toLine: to, counts: NONE })
  }
  for (const { source, why, from, to, parsed } of pieces) {
    const fromLine = lines.lineOf(from)
    const toLine = to >= lines.texts.length ? lines.count : Math.max(fromLine, lines.lineOf(to) - 1)
    prose(fromLine - 1)
    all.push({ source, why, fromLine, toLine, counts: countsOf(parsed) })
    next = Math.max(next, toLine + 1)
  }
  prose(lines.count)
  return all
}

const countsOf = (parsed: Parsed): RecognisedPiece['counts'] => ({
  records: parsed.records?.length ?? 0,
  snapshots: parsed.snapshots?.length ?? 0,
  errors: parsed.errors?.length ?? 0,
  calls: parsed.calls?.length ?? 0,
  devices: parsed.devices?.length ?? 0,
  marks: parsed.marks?.length ?? 0,
  rejects: parsed.rejects?.length ?? 0,
})
