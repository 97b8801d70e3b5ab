import type { Meter } from '../../evidence/quota-snapshot.ts'
import type { Reject } from '../../evidence/reject.ts'
import type { Reason } from '../../evidence/sentences/reasons.ts'
import { rejectOf } from '../reject.ts'
import { snapshotOf } from '../usages/snapshot.ts'
import { parserOf, WHOLE_LINES, type Finder } from './finder.ts'
import {
  beginsLimit,
  isInFrame,
  isPanelFrame,
  isResetHint,
  joinPanelLines,
  looksLikeLimit,
  opensPanel,
  readLimit,
  type PanelLimit,
} from './panel-line.ts'
import { isBlank, type TextLines } from './text-lines.ts'

/** Lines over which a terminal may have wrapped one line of the panel. */
const MOST_WRAPPED = 5

interface Panel {
  readonly meters: readonly Meter[]
  readonly refused: readonly { readonly index: number; readonly reason: Reason }[]
  readonly to: number
}

/**
 * Finds the quota panel of the command-line client: one line a window, with or without its frame and bars. It has no
 * clock time, so the reading is undated; its countdowns place it later (DESIGN.md 3).
 *
 *     ╭──────────────── API Usage ────────────────╮
 *     │  Weekly limit  ━━━━━━━━╺━  84% left  (resets in 5d 16h 43m)  │
 */
export const findQuotaPanel: Finder = (lines, from, { piece }) => {
  const panel = readPanel(lines, from)
  if (!panel) return null
  const at = `line ${lines.lineOf(from)}`
  const rejects = panel.refused.map(({ index, reason }): Reject =>
    rejectOf(piece, { line: lines.lineOf(index), reason, text: lines.texts[index] ?? '' }),
  )
  const snapshots =
    panel.meters.length === 0
      ? []
      : [
          snapshotOf(
            'quota_panel',
            { meters: panel.meters },
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

/** Reads every quota panel in a text. */
export const parseQuotaPanel = parserOf(findQuotaPanel)

function readPanel(lines: TextLines, from: number): Panel | null {
  const meters: Meter[] = []
  const refused: { index: number; reason: Reason }[] = []
  const labels = new Set<string>()
  let to = from
  for (let index = from; index < lines.texts.length; index += 1) {
    const text = lines.texts[index] ?? ''
    // A second frame, or a label that has been there, is the panel of another reading.
    if (index > from && opensPanel(text) && labels.size > 0) break
    const limit = readWrapped(lines, index)
    if (limit) {
      if (labels.has(limit.label)) break
      labels.add(limit.label)
      meters.push(limit.meter)
      index = limit.to - 1
    } else if (looksLikeLimit(text)) {
      refused.push({
        index,
        reason: 'a line of the quota panel that is cut off: no whole percentage, or not whether used or left',
      })
    } else if (isPanelFrame(text)) {
      if (labels.size === 0 && index > from + MOST_WRAPPED) return null
    } else if (!isBlank(text) || labels.size === 0) {
      break
    } else continue // blank lines belong to the panel only where more of it follows
    to = index + 1
  }
  return meters.length + refused.length > 0 ? { meters, refused, to } : null
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
  if (!whole && !begins && !isInFrame(text)) return null
  let best: WrappedLimit | null = whole && { ...whole, to: index + 1 }
  for (let to = index + 1; to < index + MOST_WRAPPED; to += 1) {
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
