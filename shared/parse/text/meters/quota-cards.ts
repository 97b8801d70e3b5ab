import type { Meter, ResetReading } from '../../../evidence/kinds/quota-snapshot.ts'
import { rejectOf } from '../../reject.ts'
import { snapshotOf } from '../../usages/snapshot.ts'
import type { WindowReading } from '../../usages/window.ts'
import { readCountdown } from './countdown.ts'
import { WHOLE_LINES, type Finder } from '../finder.ts'
import type { ParseContext } from '../../parser.ts'
import { percentMeter } from './percent-meter.ts'
import { readPrintedReset } from './printed-reset.ts'
import { isBlank, MAX_BLANKS, type TextLines } from '../text-lines.ts'
import { readWindowLabel } from './window-label.ts'

/** What a card consists of: its title, its percentage, and when it resets. */
type CardPart =
  | { readonly kind: 'label'; readonly window: WindowReading }
  | { readonly kind: 'percent'; readonly text: string }
  | { readonly kind: 'reset'; readonly reset: ResetReading | null; readonly missing: readonly string[] }
  | { readonly kind: 'nothing' }

interface Card {
  readonly window: WindowReading
  percent: string | null
  reset: ResetReading | null
  missing: readonly string[]
}

/**
 * Finds the meters of the console's page, `Weekly usage · 3% · Resets in 164 hours` and `频限明细 · 0% · 3 小时后重置`
 * (docs/kimi.md#quota-cards), and of the membership page, `总使用量 · 12.5% · 2026-10-20 后重置`, copied together on one line
 * or with each part on its own. Their percentages are used, not left.
 */
export const findQuotaCards: Finder = (lines, from, { piece }) => {
  const { cards, to } = readCards(lines, from, piece)
  const meters = cards.flatMap((card) => meterOf(card) ?? [])
  if (meters.length === 0) return null
  const line = lines.lineOf(from)
  const cut = cards.filter((card) => card.percent === null)
  const rejects = cut.map(() =>
    rejectOf(piece, {
      line,
      reason: 'a card of the console without its percentage',
      text: lines.texts[to - 1] ?? '',
    }),
  )
  const snapshot = snapshotOf('quota_cards', { meters }, { value: null, at: `line ${line}`, line }, piece)
  return {
    source: 'quota_cards',
    why: "the console's quota cards",
    to,
    parsed: { snapshots: [snapshot], rejects },
    ...WHOLE_LINES,
  }
}

function readCards(
  lines: TextLines,
  from: number,
  piece: ParseContext,
): { readonly cards: readonly Card[]; readonly to: number } {
  const cards: Card[] = []
  let to = from
  for (let index = from; index < lines.texts.length && index - to <= MAX_BLANKS; index += 1) {
    const text = lines.texts[index] ?? ''
    if (isBlank(text)) continue
    const parts = partsOf(text, piece)
    if (parts === null || (cards.length === 0 && parts[0]?.kind !== 'label')) break
    // A card that is there already belongs to another reading.
    if (
      parts.some(
        (part) => part.kind === 'label' && cards.some((card) => sameWindow(card.window, part.window)),
      )
    )
      break
    for (const part of parts) addPart(cards, part)
    to = index + 1
  }
  return { cards, to }
}

const sameWindow = (a: WindowReading, b: WindowReading) => a.window === b.window && a.pool === b.pool

function addPart(cards: Card[], part: CardPart): void {
  if (part.kind === 'label')
    cards.push({ window: part.window, percent: null, reset: null, missing: ['reset: absent'] })
  const card = cards.at(-1)
  if (!card) return
  if (part.kind === 'percent') card.percent ??= part.text
  if (part.kind === 'reset') Object.assign(card, { reset: part.reset, missing: part.missing })
}

function meterOf({ window, percent, reset, missing }: Card): Meter | null {
  if (percent === null) return null
  // The card also shows 0% where its service sends no ratio at all (docs/kimi.md#placeholder-ratios, #console-meters).
  return percentMeter(window, { text: percent, of: 'used', reset, missing, explicit: Number(percent) > 0 })
}

type ReadPart = (match: RegExpExecArray, piece: ParseContext) => CardPart | null

// A day, and perhaps a time of it, as they may stand before 后重置 or after "Resets on".
const DAY = String.raw`(?:(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}|(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)`
const ENGLISH_DAY = String.raw`[a-z]{3,9}\.? \d{1,2}(?:,? \d{4})?`
const CLOCK = String.raw`(?:[ ,]*(?:at )?\d{1,2}:\d\d(?::\d\d)?)?`

const FORMS: readonly (readonly [RegExp, ReadPart])[] = [
  [/(?:\s|[ⓘ·|•:：,，;；。!！]|\.(?!\d)|used|已用|\?)+/iy, () => ({ kind: 'nothing' })],
  [
    /(?:weekly usage|rate limit details|monthly usage|total usage|(?:5[- ]hour|7[- ]day) usage|本周用量|频限明细|本月用量|总使用量|[57] ?(?:天|小时)用量)(?![\w\p{L}]*\p{L})/iuy,
    ([label = '']) => {
      const window = readWindowLabel(label)
      return window && { kind: 'label', window }
    },
  ],
  [/(\d{1,3}(?:\.\d{1,4})?)\s*[%％]/y, (match) => ({ kind: 'percent', text: match[1] ?? '' })],
  [/resets? in ((?:\d{1,4}\s*[a-z]+\s*)+)/iy, (match) => resetIn(match[1] ?? '')],
  [/((?:\d{1,4}\s*(?:[a-z]+|天|日|小时|分钟|[时分秒])\s*)+)后重置/iy, (match) => resetIn(match[1] ?? '')],
  [new RegExp(String.raw`(${DAY}${CLOCK})\s*后?重置`, 'y'), printedReset],
  [
    new RegExp(String.raw`resets?(?: on| at| after)? (${DAY}${CLOCK}|${ENGLISH_DAY}${CLOCK})(?![\w:])`, 'iy'),
    printedReset,
  ],
  [
    /waiting for monthly quota reset|等待月额度重置/iy,
    ([text]) => ({ kind: 'reset', reset: null, missing: [`reset: "${text}"`] }),
  ],
]

function printedReset([, text = '']: RegExpExecArray, { at, zone }: ParseContext): CardPart | null {
  const reset = readPrintedReset(text, at, zone)
  return reset && { kind: 'reset', reset, missing: reset.wall === null ? ['reset: its year'] : [] }
}

/** The parts of a line; null when there is anything else on it. */
function partsOf(line: string, piece: ParseContext): readonly CardPart[] | null {
  const parts: CardPart[] = []
  for (let at = 0; at < line.length;) {
    let end = at
    for (const [pattern, read] of FORMS) {
      pattern.lastIndex = at
      const match = pattern.exec(line)
      const part = match && read(match, piece)
      if (!part) continue
      if (part.kind !== 'nothing') parts.push(part)
      end = pattern.lastIndex
      break
    }
    if (end === at) return null
    at = end
  }
  return parts
}

/**
 * Whether the page rounds "3 hours" down, up or to the nearest is not known, and it has been seen to print minutes beside
 * hours: the true rest lies less than one of the smallest unit to either side.
 */
function resetIn(text: string): CardPart | null {
  const left = readCountdown(text)
  if (!left) return null
  const min = Math.max(0, left.ms - left.grain)
  return { kind: 'reset', reset: { kind: 'in', min, max: left.ms + left.grain }, missing: [] }
}
