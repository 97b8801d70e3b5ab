import type { Meter, Wallet } from '../../../evidence/kinds/quota-snapshot.ts'
import type { Reject } from '../../../evidence/kinds/reject.ts'
import type { Reason } from '../../../evidence/sentences/reasons.ts'
import { rejectOf } from '../../reject.ts'
import { snapshotOf } from '../../usages/snapshot.ts'
import { readExtraUsage } from './extra-usage.ts'
import { WHOLE_LINES, type Finder } from '../finder.ts'
import {
  beginsLimit,
  isCutShort,
  isInFrame,
  isOfOtherService,
  isPanelFrame,
  isResetHint,
  joinPanelLines,
  looksLikeLimit,
  opensPanel,
  readCodeShare,
  readLimit,
  type PanelLimit,
} from './panel-line.ts'
import { percentMeter } from './percent-meter.ts'
import { isBlank, type TextLines } from '../text-lines.ts'

/** Lines over which a terminal may have wrapped one line of the panel. */
const MAX_WRAPPED = 5

interface Panel {
  readonly meters: readonly Meter[]
  readonly wallet: Wallet | null
  readonly refused: readonly { readonly index: number; readonly reason: Reason }[]
  readonly to: number
}

/**
 * Finds the quota panel of a command-line client: one line a window, with or without its frame and bars. It has no
 * clock time, so the reading is undated; its countdowns place it later (docs/verdicts.md#times). kimi-cli says what is
 * left, kimi-code what is used, and what of the month is Kimi Code's; its other sections (tokens of the session, the
 * context) are none of ours.
 *
 *     ╭──────────────── API Usage ────────────────╮
 *     │  Weekly limit  ━━━━━━━━╺━  84% left  (resets in 5d 16h 43m)  │
 *
 *     ╭ Usage ────────────────────────────────────────────────────────────────╮
 *     │ Plan usage                                                            │
 *     │   Weekly limit   ██████░░░░░░░░░░░░░░  28% used  resets in 3d 1h 59m  │
 *     │   Monthly limit  █████░░░░░░░░░░░░░░░  25% used  resets in 10d 9h 59m │
 *     │                  kimi 8% · code 18%                                   │
 */
export const findQuotaPanel: Finder = (lines, from, { piece }) => {
  const panel = readPanel(lines, from)
  if (!panel) return null
  const at = `line ${lines.lineOf(from)}`
  const rejects = panel.refused.map(({ index, reason }): Reject =>
    rejectOf(piece, { line: lines.lineOf(index), reason, text: lines.texts[index] ?? '' }),
  )
  const snapshots =
    panel.meters.length === 0 && panel.wallet === null
      ? []
      : [
          snapshotOf(
            'quota_panel',
            { meters: panel.meters, wallet: panel.wallet },
            { value: null, at, line: lines.lineOf(from) },
            piece,
          ),
        ]
  return {
    source: 'quota_panel',
    why: "the client's quota panel",
    to: panel.to,
    parsed: { snapshots, rejects },
    ...WHOLE_LINES,
  }
}

function readPanel(lines: TextLines, from: number): Panel | null {
  const meters: Meter[] = []
  const refused: { index: number; reason: Reason }[] = []
  const labels = new Set<string>()
  let wallet: Wallet | null = null
  let to = from
  for (let index = from; index < lines.texts.length; index += 1) {
    const text = lines.texts[index] ?? ''
    // A second frame, or a label that has been there, is the panel of another reading.
    if ((index > from && opensPanel(text) && labels.size > 0) || isOfOtherService(text)) break
    const limit = readWrapped(lines, index)
    const codeShare = readCodeShare(text)
    const isBegun = meters.length + refused.length > 0
    const extra = isBegun ? readExtraUsage(lines, index) : null
    if (limit) {
      if (labels.has(limit.label)) break
      labels.add(limit.label)
      meters.push(limit.meter)
      index = limit.to - 1
    } else if (codeShare !== null && isBegun) {
      meters.push(...splitMonth(refused.at(-1)?.index === index - 1 ? undefined : meters.pop(), codeShare))
    } else if (extra) {
      wallet = extra.wallet
      to = extra.to
      break
    } else if (looksLikeLimit(text)) {
      refused.push({
        index,
        reason: 'a line of the quota panel that is cut off: no whole percentage, or not whether used or left',
      })
    } else if (isPanelFrame(text)) {
      if (labels.size === 0 && index > from + MAX_WRAPPED) return null
    } else if (!isBlank(text) || labels.size === 0) {
      break
    } else continue // blank lines belong to the panel only where more of it follows
    to = index + 1
  }
  return meters.length + refused.length > 0 ? { meters, wallet, refused, to } : null
}

/** The month's meter as that of all of Kimi, where its share was not cut off; and Kimi Code's part, which ends with it. */
function splitMonth(last: Meter | undefined, codeShare: string): readonly Meter[] {
  if (last && last.window !== 'month') return [last]
  const window = { window: 'month', minutes: null, pool: 'code', missing: [] } as const
  const { reset, missing } = last ?? { reset: null, missing: ['reset: cut off'] }
  const explicit = Number(codeShare) > 0
  const part = percentMeter(window, { text: codeShare, of: 'used', reset, missing, explicit })
  return last ? [{ ...last, pool: 'total' }, part] : [part]
}

interface WrappedLimit extends PanelLimit {
  readonly to: number
}

/** One line of the panel, over as many lines as the terminal made of it. A line that only lost its end stays as it is. */
function readWrapped(lines: TextLines, index: number): WrappedLimit | null {
  let text = lines.texts[index] ?? ''
  const whole = readLimit(text)
  if (whole && !whole.open && !isResetHint(lines.texts[index + 1] ?? '')) return { ...whole, to: index + 1 }
  const begins = beginsLimit(text)
  if (!whole && (isCutShort(text) || (!begins && !isInFrame(text)))) return null
  let best: WrappedLimit | null = whole && { ...whole, to: index + 1 }
  for (let to = index + 1; to < index + MAX_WRAPPED; to += 1) {
    const joined = joinPanelLines(text, lines.texts[to] ?? '')
    if (joined === null) break
    const limit = readLimit(joined)
    // A label that was broken itself counts where its halves make one that is known.
    if (limit && !whole && !begins && !limit.known) return null
    if (limit?.meter.reset) return { ...limit, to: to + 1 }
    if (limit && !limit.open && limit.meter.missing.includes('reset: absent'))
      best ??= { ...limit, to: to + 1 }
    text = joined
  }
  return best
}
