import { earlier, instant } from '../../../time/instant.ts'
import { intersectSpans, span } from '../../../time/span.ts'
import { wallTime } from '../../../time/wall.ts'
import type { FrameDigest } from '../../digest.ts'
import { recordsWithin, type PlacedRecord } from '../../clocks/placed-records.ts'
import type { Finding, Incident } from '../../report.ts'
import type { Rules } from '../../rules.ts'
import { itemsReaching } from '../../first-index.ts'

/**
 * Bursts of calls by signed-in devices right before a block. Users read such a run of "Login Device" rows as somebody
 * signing in again and again (kimi-code issue 3014); it is use, and that it came first does not make it the cause.
 *
 *     rows     ·   ·      ········ ··········✗ ✗ ✗
 *                         ├─── storm ──────┤├─ block
 */
export function stormsBefore(
  incidents: readonly Incident[],
  { frame, bursts }: FrameDigest,
  { storm }: Rules,
): readonly Finding[] {
  return incidents.flatMap(({ block }): Finding[] => {
    const { local } = block
    // Where clocks were put back, the edges of a block in UTC may run backwards on the wall.
    const onWall = block.span === null && local ? span(local.from, local.to) : null
    const range = frame.clock === 'utc' ? block.span : onWall
    if (!range || block.within) return []
    const before = span(earlier(range.from, storm.before), range.from)
    const rows = itemsReaching(bursts, before).flatMap((burst) => {
      const shared = intersectSpans(burst.span, before)
      return shared ? recordsWithin(frame.records, shared).filter(isLoginDevice) : []
    })
    const [first] = rows
    if (!first || rows.length < storm.starts) return []
    return [
      {
        kind: 'storm_before_block',
        values: {
          starts: { unit: 'count', value: rows.length },
          length: { unit: 'duration', value: range.from - first.at },
          at:
            frame.clock === 'utc'
              ? { unit: 'instant', value: instant(range.from) }
              : { unit: 'wall', value: wallTime(range.from) },
        },
        refs: [...rows.slice(0, MAX_REFS).map(({ record }) => record.id), ...block.refs.slice(0, 1)],
      },
    ]
  })
}

/** A storm may have thousands of rows; the first ones are enough to open it. */
const MAX_REFS = 10

const isLoginDevice = ({ record }: PlacedRecord): boolean => record.source.kind === 'login_device'
