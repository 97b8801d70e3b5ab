import { z } from '../parse/zod.ts'
import { instant } from '../time/instant.ts'
import { FIRST_INTERVAL } from './pace.ts'

/**
 * What the recorder of a site is doing.
 *
 * - `off`: not switched on.
 * - `ready`: switched on; begins when the user next opens the console.
 * - `resting`: has a tab of its own, and reads it again at `due`.
 * - `reading`: has just opened or reloaded it; what has not come by `due` counts as a failure.
 * - `stopped`: for the reason that it says.
 */
const PHASES = ['off', 'ready', 'resting', 'reading', 'stopped'] as const

/**
 * Why it stopped, or is not yet going: by the user; its tab was closed; hidden for longer than allowed; the page asks to
 * sign in; no answer came, twice; the service refused, twice; the browser froze or discarded its tab; the browser was
 * closed.
 */
export const STOP_REASONS = [
  'user',
  'tab_closed',
  'hidden',
  'signed_out',
  'no_answer',
  'refused',
  'held_up',
  'browser_closed',
] as const
export type StopReason = (typeof STOP_REASONS)[number]

const moment = z.number().transform(instant)

export const recorderStateSchema = z.object({
  phase: z.enum(PHASES),
  reason: z.enum(STOP_REASONS).nullable(),
  /** The tab that the recorder itself opened; it touches no other. */
  tab: z.int().nullable(),
  due: moment.nullable(),
  /** Between the last read and the next, in milliseconds. */
  interval: z.number(),
  /** Failed reads in a row. */
  failures: z.int(),
  /** When the tab was last opened or reloaded. */
  visited: moment.nullable(),
  /** When history was last read in it. */
  read: moment.nullable(),
  /** Status of the last call that was refused during this visit. */
  refusal: z.int().nullable(),
  /** Ids of the rows of the last page, newest first: by them the next one shows how far the two overlap. */
  page: z.array(z.string()),
  /** When a console page was last in front. */
  seen: moment.nullable(),
})
export type RecorderState = z.infer<typeof recorderStateSchema>

export const RECORDER_OFF: RecorderState = {
  phase: 'off',
  reason: null,
  tab: null,
  due: null,
  interval: FIRST_INTERVAL,
  failures: 0,
  visited: null,
  read: null,
  refusal: null,
  page: [],
  seen: null,
}
