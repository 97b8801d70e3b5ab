import { textWidth } from '../labels/text-width.ts'

/** A reading that wants its value written beside it; x and y in CSS pixels from the left and from the bottom. */
export interface MeterLabelWish {
  readonly key: string
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface MeterLabel {
  readonly text: string
  readonly side: 'right' | 'left'
  /** How much higher than its reading it is written, so that it does not lie on another label. */
  readonly lift: number
}

const LINE = 15
const DOT = 14

/**
 * Places values beside the readings at which a line ends. From the bottom up, each is lifted until it lies on no label
 * below it:
 *
 *         Weekly 16 %
 *     ▪   5-hour 0 %
 *     ●
 */
export function meterLabels(
  wishes: readonly MeterLabelWish[],
  width: number,
): ReadonlyMap<string, MeterLabel> {
  const placed: { from: number; to: number; y: number }[] = []
  const labels = new Map<string, MeterLabel>()
  for (const { key, text, x, y } of wishes.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const length = DOT + textWidth(text)
    const side = x + length > width ? 'left' : 'right'
    const [from, to] = side === 'right' ? [x, x + length] : [x - length, x]
    const beside = placed.filter((other) => from < other.to && other.from < to).toSorted((a, b) => a.y - b.y)
    let height = y
    for (const other of beside) if (Math.abs(other.y - height) < LINE) height = other.y + LINE
    placed.push({ from, to, y: height })
    labels.set(key, { text, side, lift: height - y })
  }
  return labels
}
