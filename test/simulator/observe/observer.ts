import { MINUTE } from '../../../shared/time/duration.ts'

/** How the history is read: pages of 100 rows, at moments. */
export type PageHabit =
  /** The console stays open, and is read every minute or two. */
  | 'always_open'
  /** It is opened now and then. */
  | 'now_and_then'
  /** One look at the end. */
  | 'once'

/** How a row's time is printed: in UTC by the service, or as the browser's wall clock without a zone. */
export type Clock = 'utc' | 'wall_zone_known' | 'wall_zone_unknown'

/** How the body of a reading is written (docs/kimi.md#usages, #ratio-pools, #placeholder-ratios, #console-meters). */
export type MeterStyle = 'count' | 'ratio' | 'both' | 'placeholder' | 'stats'

/** Which error texts somebody kept. */
export type ErrorHabit =
  /** A client's log, every refusal of one device. */
  | 'log'
  /** A log that only holds the last try of a step. */
  | 'log_last_try'
  /** A few texts, with the time of day to the minute. */
  | 'few_dated'
  /** One text without a time. */
  | 'undated'
  /** One text without a time, with a reading pasted after it. */
  | 'with_reading'
  | 'none'

/** Whether the meters are read every five minutes at least, and one knows when: what the accuracy goals speak of. */
export const hasDenseMeters = ({ metersEvery, metersDated }: Observer): boolean =>
  metersEvery !== null && metersEvery <= 5 * MINUTE && metersDated

/** What is seen of a world, and what is lost. Lengths are ms. */
export interface Observer {
  readonly pages: PageHabit
  readonly clock: Clock
  /** False for a pasted table: nothing says when it was captured. */
  readonly capturesDated: boolean
  readonly requestIds: boolean
  /** Whether a row shows the start or the end of its call; it is only listed once the call has ended where it `late`. */
  readonly stamp: 'start' | 'end'
  readonly late: boolean
  /** Which refused requests are listed as rows. */
  readonly refusedRows: 'all' | 'only_403' | 'none'
  /** How often meters are read; null for never. */
  readonly metersEvery: number | null
  readonly metersDated: boolean
  readonly style: MeterStyle
  /** Whether the body tells of extra usage; older ones and other services do not. */
  readonly walletShown: boolean
  /** Whether the body tells the two pools of the month apart: all of Kimi, and Kimi Code. */
  readonly codePool: boolean
  /** How much of the month's use was Kimi Code's own, 0 to 1 (other products share the pool). */
  readonly codeShare: number
  readonly rounding: 'nearest' | 'down' | 'up'
  /** How old what a meter shows is, and whether its reset time is as old. */
  readonly lag: number
  readonly lagOf: 'use' | 'body'
  readonly errors: ErrorHabit
  /** kimi-cli 1.16.0 words every 403 alike. */
  readonly rewrapped: boolean
  /** The log also tells of successful calls. */
  readonly callsLogged: boolean
  /** Whose logs there are. */
  readonly logsOf: 'first' | 'all'
  readonly marked: boolean
  /** How far the clocks of the reader and of the log are ahead of the service's. */
  readonly readerAhead: number
  readonly logAhead: number
  /** Rows and readings of another account lie in the same input: none, readings only, or both. */
  readonly foreign: 'none' | 'readings' | 'all'
  /** The last moment of which anything is known. */
  readonly until: number
}
