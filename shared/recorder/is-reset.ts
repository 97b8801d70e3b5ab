import type { Report } from '../analyse/report.ts'
import { MINUTE } from '../time/duration.ts'
import type { AwaitedReset } from './awaited-reset.ts'

/** Readings round a reset to the second or the minute. */
const SAME = 2 * MINUTE

/** Whether evidence shows that a reset came; that its time has passed shows nothing. */
export const isReset = ({ resets }: Pick<Report, 'resets'>, { at, window }: AwaitedReset): boolean =>
  resets.some(
    (reset) => reset.window === window && Math.abs(reset.at - at) <= SAME && reset.state === 'verified',
  )
