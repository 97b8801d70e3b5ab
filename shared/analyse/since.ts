/**
 * What a rule found before, and from when on what it looks at has changed. A rule that is given it keeps what the change
 * cannot touch, and looks for the rest by the same steps as from the start.
 */
export interface Since<Found> {
  readonly known: readonly Found[]
  readonly changed: number
}

export const FROM_START = { known: [], changed: Number.NEGATIVE_INFINITY } as const
