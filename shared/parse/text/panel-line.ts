import type { Meter, ResetReading } from '../../evidence/quota-snapshot.ts'
import { readInstant } from '../../time/instant.ts'
import { quote } from '../leaf.ts'
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
const FRAME = /^[\s│┃║|]+|[\s│┃║|]+$/g
// What rich draws, its ASCII fallback, and what people make of them.
const BAR = String.raw`[━╺╸─═█▓▒░▉-▏■□▪▫●○#=>\-.\[\]<*_]{3,}`
const LIMIT = new RegExp(
  String.raw`^(.{1,60}?)[\s:|]*(${BAR}[\s\]]*)?(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)\s*%\s*(left|remaining|used)\b\s*(.*)$`,
  'i',
)
const BEGINS = new RegExp(
  String.raw`^(.{1,60}?)[\s:]*(?:(${BAR})[\s\]]*|$|(?<=[\s:])(\d{1,3}(?:\.\d*)?)\s*(?:%|$))`,
)

/** Reads `Weekly limit ━━━━ 84% left (resets in 5d 16h 43m)`; null when the line is none, or not a whole one. */
export function readLimit(line: string): PanelLimit | null {
  if (line.length > LONGEST || !line.includes('%')) return null
  const [, label = '', bar, percent = '', direction = '', rest = ''] =
    LIMIT.exec(line.replace(FRAME, '')) ?? []
  const known = readWindowLabel(label)
  // A name of one's own is taken for a label only where a bar follows it.
  if (percent === '' || Number(percent) > 999) return null
  if (!known && (bar === undefined || !/\p{L}/u.test(label))) return null
  const hint = readHint(rest)
  if (!hint) return null
  const of = direction.toLowerCase() === 'used' ? 'used' : 'left'
  const meter = percentMeter(known ?? otherWindow(label), { text: percent, of, explicit: true, ...hint })
  return { label: label.trim().toLowerCase(), known: known !== null, meter, open: hint.open }
}

interface Hint {
  readonly reset: ResetReading | null
  readonly missing: readonly string[]
  readonly open: boolean
}

const absent = (why: string, open = false): Hint => ({ reset: null, missing: [`reset: ${why}`], open })

/** The bracket after the percentage. Null: something else stands there, so the line is a sentence. */
function readHint(rest: string): Hint | null {
  if (rest === '') return absent('absent')
  const [, inside = '', close] = /^[(（](.*?)([)）])?$/.exec(rest) ?? []
  if (!/^[(（]/.test(rest)) return null
  if (close === undefined) return absent('cut off', true)
  const countdown = /^resets?\s*in\s*(.+)$/i.exec(inside)
  if (countdown) {
    const left = readCountdown(countdown[1] ?? '')
    // The client cuts off what is smaller than the unit that it prints last (KIMI.md 1.G), so the rest is below one of it.
    return left
      ? { reset: { kind: 'in', min: left.ms, max: left.ms + left.grain }, missing: [], open: false }
      : absent(`${quote(inside)} is no countdown`)
  }
  const at = readInstant(/^resets?\s*at\s*(.+)$/i.exec(inside)?.[1] ?? '')
  if (at !== null) return { reset: { kind: 'at', at }, missing: [], open: false }
  return absent(/^reset$/i.test(inside) ? 'already passed' : `${quote(inside)} is no time`)
}

/** Whether a line begins as one of the panel does: a label that we know, and its end, its bar or its number. */
export const beginsLimit = (line: string): boolean => beginning(line) !== null

/** The same, with more than the bare label, which may be a heading. */
export const looksLikeLimit = (line: string): boolean => beginning(line)?.bare === false

function beginning(line: string): { readonly bare: boolean } | null {
  if (line.length > LONGEST || !mayHoldWindowLabel(line)) return null
  const [, label = '', bar, number] = BEGINS.exec(line.replace(FRAME, '')) ?? []
  return readWindowLabel(label) ? { bare: bar === undefined && number === undefined } : null
}

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

const TITLE = /^[\s─━═-]*API Usage[\s─━═-]*$/i
const ONLY_FRAME = /^[\s─━═╭╮╰╯┌┐└┘┏┓┗┛╔╗╚╝│┃║+|-]+$/

/** A line of the frame, or the title on its own. */
export const isPanelFrame = (line: string): boolean =>
  (ONLY_FRAME.test(line) && /[^\s|-]|-{3,}|^\s*\|\s*\|?\s*$/.test(line)) ||
  TITLE.test(line) ||
  opensPanel(line)

/** A line that begins with the bracket in which the reset stands. */
export const isResetHint = (line: string): boolean => /^\s*[(（]\s*resets?\b/i.test(line)

/** A line that begins at the left edge of a frame. */
export const isInFrame = (line: string): boolean => /^\s*[│┃║]/.test(line)

/** The upper edge of a frame. */
export const opensPanel = (line: string): boolean => /^\s*[╭┌┏╔+][─━═-]+/.test(line)
