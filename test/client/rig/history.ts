import type { NotedCall } from './stand-in.ts'
import { isoOf } from './limiter.ts'

/** The console lists its last hundred rows. */
const PAGE = 100

/**
 * The rows that the console would show of what the service saw, as captures of its list: one before anything was asked, and
 * then one for each page.
 */
export function historyOf(calls: readonly NotedCall[], from: number, to: number): string {
  const rows = calls.flatMap(({ start, status }, index) =>
    status === null
      ? []
      : [
          {
            requestId: `rig-request-${String(index).padStart(4, '0')}`,
            requestTime: `${start.slice(0, 19)}Z`,
            callType: 'Model Inference',
            httpStatusCode: status,
            success: status === 200,
            modelDisplayName: 'kimi-for-coding',
            userAgent: 'kimi-code-cli/2.1.0',
          },
        ],
  )
  const lines = [capture(from - 1_000, [])]
  for (let end = Math.min(PAGE, rows.length); end > 0; end = Math.min(end + PAGE / 2, rows.length)) {
    const isLast = end === rows.length
    const at = isLast ? to + SETTLED : from + end
    lines.push(capture(at, rows.slice(Math.max(0, end - PAGE), end).toReversed()))
    if (isLast) break
  }
  return `${lines.join('\n')}\n`
}

/** A row may appear a while after its call. */
const SETTLED = 200_000

const capture = (at: number, requests: readonly object[]): string =>
  JSON.stringify({ at: isoOf(at), source: 'ListUnifiedRequests', body: { requests } })
