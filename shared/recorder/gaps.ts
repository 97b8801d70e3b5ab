import { z } from '../parse/zod.ts'
import { instant, type Instant } from '../time/instant.ts'
import { STOP_REASONS } from './recorder-state.ts'
import { SITES, type Site } from './sites.ts'

/** Why nobody looked: as a recorder stops. `held_up` need not have stopped it, and may also be a machine that slept. */
const GAP_REASONS = STOP_REASONS
export type GapReason = (typeof GAP_REASONS)[number]

const moment = z.number().transform(instant)

export const gapSchema = z.object({
  site: z.enum(SITES),
  from: moment,
  /** Null while it lasts. */
  to: moment.nullable(),
  reason: z.enum(GAP_REASONS),
  /** Whether the page after it overlaps the one before, so that no row was missed; null: not known (yet). */
  joined: z.boolean().nullable(),
})

/** A stretch in which the recorder did not read, from the last read before it. */
export type Gap = z.infer<typeof gapSchema>

/** The longest list that is kept; older ones go first. Coverage itself is in the evidence, for as long as that is kept. */
const MAX_KEPT = 200

/** Begins a gap, oldest first; one that lasts already keeps its beginning and takes the later reason. */
export function beginGap(gaps: readonly Gap[], site: Site, from: Instant, reason: GapReason): readonly Gap[] {
  const open = gaps.find((gap) => gap.site === site && gap.to === null)
  if (open) return gaps.map((gap) => (gap === open ? { ...gap, reason } : gap))
  return [...gaps, { site, from, to: null, reason, joined: null }].slice(-MAX_KEPT)
}

/** Ends the gap that lasts, if there is one. */
export const endGap = (
  gaps: readonly Gap[],
  site: Site,
  to: Instant,
  joined: boolean | null,
): readonly Gap[] =>
  gaps.some((gap) => gap.site === site && gap.to === null)
    ? gaps.map((gap) => (gap.site === site && gap.to === null ? { ...gap, to, joined } : gap))
    : gaps
