import type { ErrorObservation } from '../evidence/kinds/error-observation.ts'
import type { DetectedPiece } from './detect.ts'
import { readTogether } from './text/errors/error-observation.ts'
import { isExampleLabel } from './text/example-label.ts'
import { isShellCommand } from './text/shell-command.ts'
import { isBlank, isFence, type TextLines } from './text/text-lines.ts'

/** So many lines of words may stand between an error and its reading (docs/verdicts.md#times). */
const MAX_PROSE = 5

/**
 * Marks the undated errors of an input that a reading follows with nothing but white space, a shell command, or a few
 * lines of the same author's words between: they are taken to be of that reading's time, which the analysis says
 * aloud. An example neither joins nor separates. One error that is there twice in a row, in a traceback and below it,
 * goes with the reading as one.
 *
 *     error   ─ blank, `$ curl …` ─         reading      together
 *     error   ─ "and my meters:"  ─         reading      together
 *     error   ─ "an hour later:"  ─         reading      not: it was at another time
 *     error   ─ another error, a row ─      reading      not
 */
export function markPastedTogether(lines: TextLines, pieces: readonly DetectedPiece[]): DetectedPiece[] {
  const marked = [...pieces]
  const firsts = firstPlaces(pieces)
  let reading: string | null = null
  let message: string | null = null
  let prose = 0
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index]
    const next = pieces[index + 1]
    if (!piece) continue
    if (next) prose += reading === null ? 0 : proseBetween(lines, piece, next)
    if (prose > MAX_PROSE) reading = null
    if (piece.example) continue
    const { errors = [], snapshots = [] } = piece.parsed
    const said = errors.length > 0 ? messageOf(errors) : null
    if (snapshots.length > 0) {
      reading = snapshots[0]?.id ?? null
      message = null
      prose = 0
    } else if (reading === null || said === null || (message !== null && said !== message)) {
      reading = null
    } else if (errors.some(({ id }) => isAfter(firsts, id, reading))) {
      reading = null
    } else {
      message = said
      const snapshot = reading
      const together = errors.map((error) => (isUndated(error) ? readTogether(error, snapshot) : error))
      marked[index] = { ...piece, parsed: { ...piece.parsed, errors: together } }
    }
  }
  return marked
}

/** Where each refusal and reading stands for the first time: in a text that is there twice, all stand before all. */
function firstPlaces(pieces: readonly DetectedPiece[]): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>()
  for (const [index, { parsed }] of pieces.entries())
    for (const { id } of [...(parsed.errors ?? []), ...(parsed.snapshots ?? [])])
      if (!firsts.has(id)) firsts.set(id, index)
  return firsts
}

const isAfter = (firsts: ReadonlyMap<string, number>, id: string, reading: string | null): boolean =>
  reading !== null && (firsts.get(id) ?? 0) > (firsts.get(reading) ?? 0)

const isUndated = (error: ErrorObservation) => error.when.kind === 'undated' && error.readWith === null

/** The one message of a piece; null where it has several. */
function messageOf(errors: readonly ErrorObservation[]): string | null {
  const messages = new Set(errors.map((error) => error.message))
  return messages.size === 1 ? (errors[0]?.message ?? null) : null
}

/** How many lines of words stand between two pieces; Infinity where they tell of another time or of somebody else. */
function proseBetween(lines: TextLines, before: DetectedPiece, after: DetectedPiece): number {
  const sameLine = before.to - 1 === after.from
  const lead = (lines.texts[after.from] ?? '').slice(sameLine ? before.toColumn : 0, after.fromColumn)
  const tail = sameLine ? '' : (lines.texts[before.to - 1] ?? '').slice(before.toColumn)
  let count = 0
  let command = false // a command that goes on in the next line
  if (isToldOfAnotherTime(lines, before)) return Infinity
  for (const text of [closeOf(tail), ...lines.texts.slice(before.to, after.from), lead]) {
    const passes: boolean = isBlank(text) || isFence(text) || command || isShellCommand(text)
    command = passes && /\\\s*$/.test(text)
    if (passes || isPunctuation(text)) continue
    if (isOfAnotherTime(text) || isOfAnotherAuthor(text)) return Infinity
    if (!isExampleLabel(text)) count += 1
    if (count > MAX_PROSE) return Infinity
  }
  return count
}

/** What ends a quoted or bracketed error is part of it. */
const closeOf = (tail: string) => tail.replace(/^["'“”’)\]}.,`*]+/, '')

const isPunctuation = (text: string) => /^[\s\p{P}\p{S}]*$/u.test(text) && !isRule(text)

/** "At that time the client said", "On Sunday I got": what leads to the error puts it elsewhere. */
function isToldOfAnotherTime({ texts }: TextLines, { from, fromColumn }: DetectedPiece): boolean {
  const above = texts.slice(Math.max(0, from - 3), from).findLast((text) => !isBlank(text) && !isFence(text))
  const leads = [(texts[from] ?? '').slice(0, fromColumn), above ?? '']
  return leads.some((text) => text.length < 500 && AT_ANOTHER_TIME.test(text))
}

const AT_ANOTHER_TIME =
  /\b(?:at that (?:time|moment)|back then|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:night|week|month))\b|那时|当时|昨天|昨晚|前天|上周/i

/** Words that say that time went by, or when it was: what was read then says nothing of the error. */
const isOfAnotherTime = (text: string): boolean =>
  /\b(?:yesterday|tomorrow|tonight|(?:last|next|this) (?:night|day|week|month|morning|afternoon|evening)|(?:an? |\d+ )?(?:minutes?|hours?|days?|weeks?) (?:later|ago|after|before|earlier)|before that|since then|meanwhile|after (?:the|it|a) reset|works? again|worked again|recovered)\b|昨天|昨晚|前天|明天|第二天|次日|后来|之后又|(?:分钟|小时|天)(?:前|后|以后|之后)|恢复|重置后/i.test(
    text,
  ) || /\b\d{1,2}:\d\d\b|\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b/.test(text)

/** `kim wrote:`, `@kim`, `Reply from kim`, a rule: in a thread somebody else may go on here. */
const isOfAnotherAuthor = (text: string): boolean =>
  isRule(text) ||
  /\b(?:wrote|replied|commented|answered|posted)\b[^.]{0,40}:?\s*$|^\s*(?:@[\w-]+|(?:reply|comment|answer|posted?) (?:from|by)\b.*)|(?:回复|评论|发表于|写道)/i.test(
    text,
  )

const isRule = (text: string) => /^\s*(?:[-*_=]\s*){3,}$/.test(text)
