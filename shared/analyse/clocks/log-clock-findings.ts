import { isFound, type LogClocks } from './log-clocks.ts'
import type { Finding } from '../report.ts'

/** What shows an offset: a few pairs, since all may be thousands. */
const PAIRS_NAMED = 5

/** Each log whose clock is off, and the requests that show it. */
export const logClockFindings = ({ off }: LogClocks): readonly Finding[] =>
  off.filter(isFound).map(({ offset: { from, to, pairs: shown }, pairs }): Finding => {
    const ahead = (from + to) / 2
    return {
      kind: ahead > 0 ? 'log_clock_ahead' : 'log_clock_behind',
      values: {
        by: { unit: 'duration', value: Math.abs(ahead) },
        give: { unit: 'duration', value: (to - from) / 2 },
        pairs: { unit: 'count', value: shown },
      },
      refs: pairs.slice(0, PAIRS_NAMED).flatMap(({ event, row }) => [event, row]),
    }
  })
