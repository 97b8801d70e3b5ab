import type { Meter, ResetReading } from '../../../evidence/kinds/quota-snapshot.ts'
import { readInstant } from '../../../time/instant.ts'
import { quote } from '../../json/leaf.ts'
import { plausible } from '../../plausible-time.ts'
import { readCountdown } from './countdown.ts'
import { percentMeter } from './percent-meter.ts'
import { mayHoldWindowLabel, otherWindow, readWindowLabel } from './window-label.ts'

/** A line of the panel. `open` says that its bracket is not closed: the terminal may have wrapped the rest. */
export interface PanelLimit {
  readonly label: string
  /** Whether the label is one that has been printed; else it is a name of somebody's own. */
  readonly known: boolean
  readonly meter: Meter
  readonly open: boolean
}

const LONGEST = 400
// and what people put before a line of it: a mark of a list, a backtick
const FRAME = /^[\s│┃║|`•*-]+|[\s│┃║|`]+$/g
const CUT = /\.{3}$|…$/
// What rich draws, its ASCII fallback, and what people make of them.
const BAR = String.raw`[━╺╸─═█▓▒░▉-▏■□▪▫●○#=>\-.\[\]<*_]{3,}`
const LIMIT = new RegExp(
  String.raw`^(.{1,60}?)[\s:|]*(${BAR}(?:\s[\s\]]*)?)?(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s*%\s*(left|remaining|used)\b(.*)$`,
  'i',
)
const CUT_USED = /(\d%) ?(?:u|us|use)(\.{3}|…)$/
const BEGINS = new RegExp(
  String.raw`^(.{1,60}?)[\s:]*(?:(${BAR})[\s\]]*|$|(?<=[\s:])(\d{1,3}(?:\.\d*)?)\s*(?:%|$))`,
)

/**
 * A line of another service's panel, which has windows of the same names: OpenAI's Codex prints `5h limit: [████░] 96% left
 * (resets 13:37)`, a time of day. No client of Kimi's does (docs/kimi.md#official-parsers).
 */
export const isOfOtherService = (line: string): boolean =>
  line.length <= LONGEST &&
  /\]\s*\d{1,3}% left \(resets \d{1,2}:\d\d(?: on \d{1,2} [a-z]{3,9})?\)/i.test(line)

/** A line of the panel without its frame, and without the spaces beside it. */
export const withoutFrame = (line: string): string => (line.length > LONGEST ? line : line.replace(FRAME, ''))

/** Whether the client cut the line off because its window was too narrow; then nothing of it stands on the next one. */
export const isCutShort = (line: string): boolean => CUT.test(withoutFrame(line))

/**
 * Reads `Weekly limit ━━━━ 84% left (resets in 5d 16h 43m)` of kimi-cli, and `5h limit ██░░ 16% used  resets in 1h 59m` of
 * kimi-code; null when the line is none, or its share is not a whole one.
 */
export function readLimit(line: string): PanelLimit | null {
  if (line.length > LONGEST || !line.includes('%') || isOfOtherService(line)) return null
  const [, label = '', bar, percent = '', direction = '', rest = ''] =
    LIMIT.exec(withoutFrame(line).replace(CUT_USED, '$1 used$2')) ?? []
  const known = readWindowLabel(label)
  // A name of one's own is taken for a label only where a bar follows it.
  if (percent === '' || Number(percent) > 999) return null
  if (!known && (bar === undefined || !/\p{L}/u.test(label))) return null
  const hint = readHint(rest.trimStart())
  if (!hint) return null
  const of = direction.toLowerCase() === 'used' ? 'used' : 'left'
  // kimi-code prints ratios, and also one of 0 that only holds the place of a number (see meter-conflicts.ts)
  const explicit = of === 'left' || Number(percent) > 0
  const meter = percentMeter(known ?? otherWindow(label), { text: percent, of, explicit, ...hint })
  return { label: label.trim().toLowerCase(), known: known !== null, meter, open: hint.open }
}

interface Hint {
  readonly reset: ResetReading | null
  readonly missing: readonly string[]
  readonly open: boolean
}

const absent = (why: string, open = false): Hint => ({ reset: null, missing: [`reset: ${why}`], open })

/** What stands after the percentage, in brackets or not. Null: something else stands there, so the line is a sentence. */
function readHint(rest: string): Hint | null {
  if (rest === '') return absent('absent')
  const bracket = /^[(（](.*?)([)）])?$/.exec(rest)
  if (bracket && bracket[2] === undefined) return absent('cut off', true)
  const inside = bracket?.[1] ?? rest.replace(/^[,;·–—-]\s*/, '')
  const countdown = /^resets?\s*in\s*(\S.*)$/i.exec(inside)
  const left = countdown && readCountdown(countdown[1] ?? '')
  // The client cuts off what is smaller than the unit that it prints last (docs/kimi.md#official-parsers), so the rest
  // is below one of it.
  if (left)
    return { reset: { kind: 'in', min: left.ms, max: left.ms + left.grain }, missing: [], open: false }
  const at = plausible(readInstant(/^resets?\s*at\s*(\S.*)$/i.exec(inside)?.[1] ?? ''))
  if (at !== null) return { reset: { kind: 'at', at }, missing: [], open: false }
  if (/^reset$/i.test(inside)) return absent('already passed')
  if (bracket) return absent(countdown ? `${quote(inside)} is no countdown` : `${quote(inside)} is no time`)
  if (!isCutHint(inside)) return null
  return absent('cut off', !CUT.test(inside))
}

/** The beginning of `resets in 3d 1h 58m`: a window that is too narrow ends it in dots, a terminal that wraps without. */
function isCutHint(text: string): boolean {
  const begun = text.replace(CUT, '').trimEnd().toLowerCase()
  return 'resets in'.startsWith(begun) || /^resets in [\d dhms]{0,20}$/.test(begun)
}

/** `kimi 8% · code 18%` below the month's row: what of its share is Kimi Code's, and what the rest of Kimi took. */
export function readCodeShare(line: string): string | null {
  return line.length > LONGEST
    ? null
    : (/^kimi \d{1,3}% · code (\d{1,3})%$/i.exec(withoutFrame(line))?.[1] ?? null)
}

/** Whether a line begins as one of the panel does: a label that we know, and its end, its bar or its number. */
export const beginsLimit = (line: string): boolean => beginning(line) !== null

/** The same, with more than the bare label, which may be a heading. */
export const looksLikeLimit = (line: string): boolean => beginning(line)?.bare === false

function beginning(line: string): { readonly bare: boolean } | null {
  if (line.length > LONGEST || !mayHoldWindowLabel(line) || isOfSeveral(line)) return null
  const [, label = '', bar, number] = BEGINS.exec(line.replace(FRAME, '')) ?? []
  return readWindowLabel(label) ? { bare: bar === undefined && number === undefined } : null
}

/** Shares of several windows on one line: somebody's sentence (told-meters.ts), for the panel has a line for each. */
const isOfSeveral = (line: string): boolean => line.split('%').length > 2

/**
 * Puts the halves of a wrapped line together. Terminals break anywhere, so nothing is put between; where that could make
 * one number of two (`Limit #1` and `84%`), null.
 */
export function joinPanelLines(first: string, next: string): string | null {
  const head = first.replace(/[\s│┃║|]+$/, (end) => (end.includes(' ') ? ' ' : ''))
  const tail = next.replace(/^[│┃║|]\s*/, '').trimEnd()
  if (tail.trim() === '' || isPanelFrame(next) || opensPanel(next)) return null
  const digits = /\d$/.test(head) && /^\d/.test(tail)
  const apart = /[━─█░#=\-\]][\s]*\d+$/.test(head) || head.includes('(')
  return digits && !apart ? null : head + tail
}

const TITLE = /^[\s─━═-]*(?:API Usage[\s─━═-]*|Plan usage\s*)$/i
const ONLY_FRAME = /^[\s─━═╭╮╰╯┌┐└┘┏┓┗┛╔╗╚╝│┃║+|-]+$/

/** A line of the frame, or the title on its own. */
export const isPanelFrame = (line: string): boolean =>
  (ONLY_FRAME.test(line) && /[^\s|-]|-{3,}|^\s*\|\s*(?:\|\s*)?$/.test(line)) ||
  TITLE.test(withoutFrame(line)) ||
  opensPanel(line)

/** A line that begins with the reset, in its bracket or without one. */
export const isResetHint = (line: string): boolean => /^\s*(?:[(（]\s*)?resets?\b/i.test(line)

/** A line that begins at the left edge of a frame. */
export const isInFrame = (line: string): boolean => /^\s*[│┃║]/.test(line)

/** The upper edge of a frame. */
export const opensPanel = (line: string): boolean => /^\s*[╭┌┏╔+](?: (?:Usage|Status) )?[─━═-]+/.test(line)
