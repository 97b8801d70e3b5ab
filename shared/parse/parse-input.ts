import type { CaptureSource, RawCapture } from '../evidence/kinds/capture.ts'
import type { ErrorObservation } from '../evidence/kinds/error-observation.ts'
import { NO_EVIDENCE, type Evidence } from '../evidence/evidence.ts'
import { isExample, withoutDuplicateExamples } from '../evidence/example.ts'
import { mergeAllEvidence } from '../evidence/merge.ts'
import type { Reason } from '../evidence/sentences/reasons.ts'
import type { UsageRecord } from '../evidence/kinds/usage-record.ts'
import type { Instant } from '../time/instant.ts'
import type { Zone } from '../time/zone.ts'
import { detectPieces, type DetectedPiece } from './detect.ts'
import { InputCaptures, captureId } from './captures/input-captures.ts'
import type { JsonContext } from './json/json-pieces.ts'
import type { JsonReading } from './json/json-value.ts'
import type { ParseContext, Parsed } from './parser.ts'
import { markPastedTogether } from './pasted-together.ts'
import { accountFor, countsOf, PROSE, type RecognisedPiece } from './recognised-pieces.ts'
import { rejectOf } from './reject.ts'
import { dateError } from './text/errors/error-observation.ts'
import { absorbRepeats } from './text/errors/error-repeats.ts'
import { splitLines, type TextLines } from './text/text-lines.ts'
import { readAt } from './usages/snapshot.ts'
import { readWholeJson } from './json/whole-json.ts'

export type { RecognisedPiece } from './recognised-pieces.ts'

export interface ParsedInput {
  readonly evidence: Evidence
  /** What was recognised, line by line: every line of the input belongs to exactly one of them. */
  readonly pieces: readonly RecognisedPiece[]
}

export interface ParseOptions {
  /** For text that gives a time without one, unless its capture says which it was. */
  readonly zone: Zone
  /** When it is read: a date without a year is the last such day before. Absent: no such date is read. */
  readonly readAt?: Instant | undefined
}

/** A capture may stand inside a capture, but hardly deeper than this. */
const DEEPEST = 3
const BUNDLE = /^\uFEFF?\s*\{\s*"schema"\s*:\s*"quotascope\/bundle@/
const NO_TIME_OF_ITS_OWN: ReadonlySet<string> = new Set(['paste', 'file'])

/**
 * Reads whatever somebody has: a body of a service, lines of captures, a log, or a text with rows, panels, bodies and
 * errors between words. What it is, is decided by its content; its name and claimed source are labels. A bundle is only
 * recognised here (shared/export reads it). Never throws: what looks like evidence and cannot be read is a Reject, all
 * else is prose, and both are in `pieces`.
 */
export const parseInput = (raw: RawCapture, options: ParseOptions): ParsedInput => readInput(raw, options, 0)

function readInput(raw: RawCapture, assumed: ParseOptions, depth: number): ParsedInput {
  const options = { ...assumed, zone: raw.zone ?? assumed.zone }
  const lines = splitLines(raw.body)
  if (BUNDLE.test(raw.body)) return bundle(lines)
  const read = readPieces(raw, options, lines, depth)
  // An instant that was given for a file is that of one reading. Of several, nobody knows which.
  if (raw.at === null || !NO_TIME_OF_ITS_OWN.has(raw.via) || read.readings < 2) return read
  return readPieces({ ...raw, at: null }, options, lines, depth)
}

interface ReadInput extends ParsedInput {
  /** Readings of the input itself, without those of captures that stand in it. */
  readonly readings: number
}

function readPieces(raw: RawCapture, options: ParseOptions, lines: TextLines, depth: number): ReadInput {
  const { at, via, input } = raw
  const writtenBy = at ?? options.readAt
  const context = { capture: captureId(raw), at, via, input, zone: options.zone, writtenBy }
  const captures = new InputCaptures(context)
  const json = jsonContext(context, captures, options, depth)
  const detected = readWholeJson(raw, lines, json) ?? detectPieces(lines, json)
  const pieces = dateOnlyError(markPastedTogether(lines, detected), lines, raw)
  const own = pieces.filter((piece) => piece.parsed.captures === undefined)
  const records = recordsOf(own)
  const source = pieces.find((piece) => piece.source !== 'unrecognised')?.source ?? 'unrecognised'
  const goesOn = own.some((piece) => piece.parsed.goesOn)
  const listed = captures.list(source, records)
  const captured = {
    captures: goesOn ? listed.map((capture) => ({ ...capture, goesOn: true as const })) : listed,
  }
  const evidence = joinPieces([...pieces.map((piece) => piece.parsed), captured])
  const snapshots = new Set(
    own
      .flatMap((piece) => (piece.example ? [] : (piece.parsed.snapshots ?? [])))
      .map((snapshot) => snapshot.id),
  )
  return { evidence, pieces: accountFor(lines, pieces), readings: snapshots.size }
}

/** Those of all pieces; as a rule one piece has them all, and a long list is not copied. */
function recordsOf(pieces: readonly DetectedPiece[]): readonly UsageRecord[] {
  const lists = pieces.map(({ parsed }) => parsed.records ?? []).filter((list) => list.length > 0)
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat()
}

const jsonContext = (
  piece: ParseContext,
  captures: InputCaptures,
  options: ParseOptions,
  depth: number,
): JsonContext => {
  const context: JsonContext = {
    piece,
    rowsFrom: () => captures.nextPage(),
    readCapture: (inner, line) => readCaptureLine(inner, line, context, options, depth),
  }
  return context
}

/** What stands in lines that are a part of an input: for one that is too large to be held at once. */
export const findPieces = (
  lines: TextLines,
  context: ParseContext,
  captures: InputCaptures,
  options: ParseOptions,
): readonly DetectedPiece[] =>
  markPastedTogether(lines, detectPieces(lines, jsonContext(context, captures, options, 0)))

function bundle(lines: TextLines): ParsedInput {
  const piece = {
    source: 'bundle',
    why: 'its schema is that of a bundle',
    fromLine: 1,
    toLine: lines.count,
  } as const
  return { evidence: NO_EVIDENCE, pieces: [{ ...piece, counts: countsOf({}) }] }
}

/** An error that is all there is in a capture is of the capture's time. */
function dateOnlyError(
  pieces: readonly DetectedPiece[],
  lines: TextLines,
  raw: RawCapture,
): readonly DetectedPiece[] {
  const [only] = pieces
  const [error, ...others] = only?.parsed.errors ?? []
  if (raw.at === null || !only || !error || pieces.length > 1 || others.length > 0) return pieces
  if (error.when.kind !== 'undated' || accountFor(lines, pieces).some((piece) => piece.why === PROSE))
    return pieces
  return [{ ...only, parsed: { ...only.parsed, errors: [dateError(error, readAt(raw.at))] } }]
}

/** Joins what the pieces gave. Rows of one page cannot repeat each other, so one page needs no merging. */
export function joinPieces(parts: readonly Parsed[]): Evidence {
  const pages = parts.filter((part) => (part.records?.length ?? 0) > 0)
  const page = pages.length === 1 && pages[0]?.captures === undefined ? pages[0] : undefined
  const merged = mergeAllEvidence(
    parts.map((part) => ({ ...NO_EVIDENCE, ...part, ...(part === page ? { records: [] } : {}) })),
  )
  return {
    ...merged,
    records: page?.records ?? merged.records,
    snapshots: withoutDuplicateExamples('snapshot', merged.snapshots),
    errors: withoutDuplicateExamples('error', absorbRepeatsOfBoth(merged.errors)),
  }
}

/** An example repeats no refusal of the account, and none repeats it. */
function absorbRepeatsOfBoth(errors: readonly ErrorObservation[]): readonly ErrorObservation[] {
  const examples = errors.filter(isExample)
  if (examples.length === 0) return absorbRepeats(errors)
  const own = errors.filter((error) => !isExample(error))
  return [...absorbRepeats(own), ...absorbRepeats(examples)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function readCaptureLine(
  raw: RawCapture,
  line: number,
  context: JsonContext,
  options: ParseOptions,
  depth: number,
): JsonReading {
  const refuse = (reason: Reason): JsonReading => ({
    source: 'unrecognised',
    why: reason,
    parsed: { rejects: [rejectOf(context.piece, { line, reason, text: raw.body })] },
  })
  if (depth >= DEEPEST) return refuse('captures inside captures inside captures')
  const { evidence, pieces } = readInput(raw, options, depth + 1)
  const recognised = pieces.find((piece) => piece.why !== PROSE)
  if (!recognised) return refuse('the body of this capture is nothing that is known')
  const rejects = evidence.rejects.map((reject) => ({
    ...reject,
    line,
    path: reject.path ?? (reject.line === null ? null : `body, line ${reject.line}`),
  }))
  const source: CaptureSource = recognised.source
  return { source, why: `a capture: ${recognised.why}`, parsed: { ...evidence, rejects } }
}
