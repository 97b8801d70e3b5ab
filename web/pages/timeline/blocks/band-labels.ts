import { textWidth } from '../labels/text-width.ts'

/** A band on a track, in CSS pixels, and what could be written on it: the first text that fits is taken. */
export interface LabelledBand {
  readonly from: number
  readonly to: number
  readonly texts: readonly string[]
}

export interface BandLabel {
  readonly text: string
  readonly side: 'inside' | 'right' | 'left'
}

/** The sign before the text, with its gaps. */
const SIGN = 30
const GAP = 4

type Stretch = readonly [from: number, to: number]

const touch = ([a, b]: Stretch, [c, d]: Stretch): boolean => a < d + GAP && c < b + GAP

/**
 * Which text each band gets and on which side of it; null where none fits. Longer bands choose first, and no label lies
 * on another label or on another band:
 *
 *     ▨ Blocked (suspected)      ▨▨▨▨ Blocked (shown by …) ▨▨▨▨      ▨      ▨ Blocked
 */
export function bandLabels(bands: readonly LabelledBand[], width: number): readonly (BandLabel | null)[] {
  const taken: Stretch[] = []
  const labels = new Map<LabelledBand, BandLabel>()
  for (const band of bands.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const others = bands.filter((other) => other !== band).map(({ from, to }): Stretch => [from, to])
    const isFree = (stretch: Stretch) =>
      stretch[0] >= 0 && stretch[1] <= width && ![...taken, ...others].some((other) => touch(stretch, other))
    const choice = choicesOf(band).find(({ stretch }) => isFree(stretch))
    if (!choice) continue
    taken.push(choice.stretch)
    labels.set(band, choice.label)
  }
  return bands.map((band) => labels.get(band) ?? null)
}

interface Choice {
  readonly label: BandLabel
  readonly stretch: Stretch
}

function choicesOf({ from, to, texts }: LabelledBand): readonly Choice[] {
  return texts.flatMap((text): Choice[] => {
    const length = SIGN + textWidth(text)
    const inside: Choice = { label: { text, side: 'inside' }, stretch: [from, from + length] }
    const right: Choice = { label: { text, side: 'right' }, stretch: [to + GAP, to + GAP + length] }
    const left: Choice = { label: { text, side: 'left' }, stretch: [from - GAP - length, from - GAP] }
    return [...(length <= to - from ? [inside] : []), right, left]
  })
}
