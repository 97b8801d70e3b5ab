import { textWidth } from './text-width.ts'

export interface StripLabel {
  readonly text: string
  /** Where its mark is, in percent of the width. */
  readonly share: number
}

/** A mark with its gap, in CSS pixels. */
const MARK = 26

export type PlacedLabel<Label extends StripLabel> = Label & {
  /** 0 is the row next to the strip. */
  readonly row: number
  /** Written to the left of its mark, for want of room on the right, where there is more of it on the left. */
  readonly late: boolean
}

/**
 * Puts labels beside their marks, each in the lowest row in which it touches none of the labels before it:
 *
 *     row 1          ◇ 5-hour reset 16:20:45
 *     row 0   ◇ 5-hour reset 11:20:45
 */
export function placeLabels<Label extends StripLabel>(
  labels: readonly Label[],
  width: number,
): readonly PlacedLabel<Label>[] {
  const ends: [from: number, to: number][][] = []
  return labels.map((label) => {
    const mark = (label.share / 100) * width
    const length = MARK + textWidth(label.text)
    const late = mark + length > width && mark > width / 2
    const [from, to] = late ? [mark - length, mark + MARK / 2] : [mark - MARK / 2, mark + length]
    const free = ends.findIndex((row) => row.every(([a, b]) => to < a || from > b))
    const row = free === -1 ? ends.length : free
    const taken = ends[row] ?? []
    ends[row] = [...taken, [from, to]]
    return { ...label, row, late }
  })
}
