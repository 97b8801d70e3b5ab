import type { KnownZone } from '../time/zone.ts'
import { findJson, findJsonRest, type JsonContext } from './json/json-pieces.ts'
import { asExample, standsAsExample, withListsAsExamples } from './examples.ts'
import { TEXT_SOURCES } from './text-sources.ts'
import { findBareStatus } from './text/errors/bare-status.ts'
import { findErrorSentence } from './text/errors/error-sentences.ts'
import { findErrorText } from './text/errors/error-texts.ts'
import { isExampleLabel, lineAbove } from './text/example-label.ts'
import { WHOLE_LINES, type Finder, type Found } from './text/finder.ts'
import { findDeviceRows } from './text/rows/device-rows.ts'
import { findHistoryRows } from './text/rows/history-rows.ts'
import { isLogRepeated } from './log/line-format.ts'
import { findKeyRows } from './text/rows/key-rows.ts'
import { findMembershipRows } from './text/rows/membership-rows.ts'
import { findQuotaCards } from './text/meters/quota-cards.ts'
import { findQuotaPanel } from './text/meters/quota-panel.ts'
import { findToldMeters } from './text/meters/told-meters.ts'
import { statedZones } from './text/stated-zone.ts'
import { isBlank, paragraphsOf, type TextLines } from './text/text-lines.ts'

// `[2026-03-02 16:19:03] …` is the beginning of a log line, not of a list.
const BEGINS_WITH_JSON = /^\s*(?:\{|\[\s*(?:[{[]|$))/

/** A piece of evidence and the index of its first line. */
export interface DetectedPiece extends Found {
  readonly from: number
}

/**
 * Splits an input into its pieces of evidence, line by line; what no piece begins on is prose. Line formats come first,
 * since an entry of a log may hold a text that is evidence by itself; then JSON where a line begins with it, since a
 * string in it may hold a whole row.
 */
export function detectPieces(lines: TextLines, given: JsonContext): readonly DetectedPiece[] {
  const json = findJson(given.readCapture)
  const finders = [
    findDeviceRows, // by their heads; a device's row alone could be one of the history
    findKeyRows,
    findHistoryRows,
    findQuotaCards, // before the panel, whose lines may begin like a card
    findQuotaPanel,
    findErrorText,
    json,
    findErrorSentence,
    findJsonRest,
    findMembershipRows,
    findBareStatus, // behind all that tells more
    findToldMeters,
  ]
  const zoneAt = statedZones(lines)
  const paragraphAt = paragraphsOf(lines)
  const pieces: DetectedPiece[] = []
  for (let from = 0; from < lines.texts.length;) {
    const text = lines.texts[from] ?? ''
    const context = withZone(given, zoneAt(from))
    const first = BEGINS_WITH_JSON.test(text) ? json : null
    const above = isBlank(text) ? '' : lineAbove(lines, from, pieces.at(-1)?.to ?? 0)
    const find = (within: TextLines, at: number) => findAt(within, at, context, finders, first)
    const found = isBlank(text)
      ? null
      : ((isExampleLabel(above)
          ? foundInParagraph(find(paragraphAt(from, LONGEST_PARAGRAPH), 0), from)
          : null) ?? find(lines, from))
    if (!found) {
      from += 1
      continue
    }
    const own = { ...found, from }
    for (const piece of [
      own,
      ...piecesOnTail(lines, found, context, json),
      ...metersBeside(lines, own, context),
    ])
      pieces.push(standsAsExample(lines, piece, above) ? asExample(piece, lines, context.piece) : piece)
    from = pieces.at(-1)?.to ?? found.to
  }
  return withListsAsExamples(pieces, lines, given.piece)
}

/** What a text says of its own times goes before what was said of all inputs. */
const withZone = (context: JsonContext, zone: KnownZone | null): JsonContext =>
  zone === null
    ? context
    : {
        ...context,
        piece: { ...context.piece, zone },
        rowsFrom: (line) => ({ ...context.rowsFrom(line), zone }),
      }

function findAt(
  lines: TextLines,
  from: number,
  context: JsonContext,
  finders: readonly Finder[],
  first: Finder | null,
): Found | null {
  const format = findLineFormat(lines, from, context) ?? first?.(lines, from, context) ?? null
  if (format) return format
  for (const find of finders) {
    const found = find(lines, from, context)
    if (found) return found
  }
  return null
}

/** A paragraph is looked at so far: where each line of one announces an example, it is looked at once for each. */
const LONGEST_PARAGRAPH = 1_000

/** An example ends where its paragraph does, unless it is a body that goes on, or longer than paragraphs are looked at. */
const foundInParagraph = (found: Found | null, from: number): Found | null =>
  found && found.to < LONGEST_PARAGRAPH && !found.parsed.rejects?.length
    ? { ...found, to: from + found.to }
    : null

/** More on the line on which a piece ended: `{…}{…}`, or another message of an error. */
function piecesOnTail(lines: TextLines, piece: Found, context: JsonContext, json: Finder): DetectedPiece[] {
  const pieces: DetectedPiece[] = []
  let last = piece
  const nextOf = (find: Finder) => {
    let found: Found | null | undefined
    return () => {
      // What was found stands until it has been passed.
      if (found === undefined || (found && found.fromColumn < last.toColumn))
        found = find(lines, last.to - 1, context, last.toColumn)
      return found
    }
  }
  for (let [body, sentence] = [nextOf(json), nextOf(findErrorSentence)]; Number.isFinite(last.toColumn);) {
    const next = [body(), sentence()].filter((found) => found !== null)
    const [found] = next.toSorted((a, b) => a.fromColumn - b.fromColumn)
    if (!found) break
    pieces.push({ ...found, from: last.to - 1 })
    if (found.to !== last.to) [body, sentence] = [nextOf(json), nextOf(findErrorSentence)]
    last = found
  }
  return pieces
}

/** The meters that a sentence on the line of an error tells, before it or behind it. */
function metersBeside(lines: TextLines, piece: DetectedPiece, context: JsonContext): DetectedPiece[] {
  if (piece.source !== 'error_text' || piece.to > piece.from + 1 || !Number.isFinite(piece.toColumn))
    return []
  const told = findToldMeters(lines, piece.from, context)
  return told ? [{ ...told, from: piece.from }] : []
}

/** A stretch of a client's log: entries of one format, and the lines that go on with them. */
const findLineFormat: Finder = (lines, from, { piece }) => {
  const line = lines.texts[from] ?? ''
  for (const { source, recognise, continues, parse } of TEXT_SOURCES) {
    const why = recognise(line)
    if (why === null) continue
    let to = from + 1
    while (to < lines.texts.length) {
      const next = lines.texts[to] ?? ''
      if (recognise(next) === null && !continues(next)) break
      if (isLogRepeated(line, next, lines.texts[to - 1] ?? '')) break
      to += 1
    }
    const text = lines.texts.slice(from, to).join('\n')
    return { source, why, to, parsed: parse({ text, line: lines.lineOf(from) }, piece), ...WHOLE_LINES }
  }
  return null
}
