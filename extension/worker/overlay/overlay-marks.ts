import type { Incident, Report } from '../../../shared/analyse/report.ts'
import type { UsageRecord } from '../../../shared/evidence/kinds/usage-record.ts'
import { span, spanLength } from '../../../shared/time/span.ts'
import { offsetAt, type KnownZone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { OverlayBlock, OverlayMarks } from '../../messages/overlay-model.ts'
import type { OverlayWords } from './overlay-words.ts'

/** The console's table shows a hundred rows (docs/kimi.md#console-services), so older ones are not on the page. */
const ROWS_ON_THE_PAGE = 200
const MAX_BLOCKS = 50

/**
 * What the page's script needs to mark the table: the newest blocks whose edges are known, and the newest rows. A block
 * that is only known to lie somewhere within a span has no edges to draw.
 */
export function overlayMarks(
  report: Report,
  records: readonly UsageRecord[],
  zone: KnownZone,
  wording: Wording,
  words: OverlayWords,
): OverlayMarks {
  const rows = newestRows(records)
  const oldest = rows.at(-1)?.[1] ?? Infinity
  const blocks = report.incidents
    .flatMap((incident) => blockOf(incident, report, wording, words) ?? [])
    .filter((block) => block.span.to >= oldest)
    .slice(-MAX_BLOCKS)
  return { blocks, rows, offset: offsetOver([...blocks.map((block) => block.span), ...extent(rows)], zone) }
}

function blockOf(
  { id, block, leading }: Incident,
  report: Report,
  wording: Wording,
  words: OverlayWords,
): OverlayBlock | null {
  if (!block.span || block.within) return null
  const { from, to } = block.span
  const shown = block.open ? span(from, Math.max(from, to, report.now)) : block.span
  const length = wording.duration(spanLength(shown))
  const suspected = block.grade === 'suspected'
  const cause = leading === 'unknown' ? null : words.causeIs(wording.cause(leading))
  const text = suspected
    ? words.gapSuspected(length, cause)
    : words.gap(length, wording.grade(block.grade), cause)
  return { incident: id, span: shown, suspected, text }
}

function newestRows(records: readonly UsageRecord[]): OverlayMarks['rows'] {
  // they come by time: no need to look at a year of them
  const dated = records
    .slice(-2 * ROWS_ON_THE_PAGE)
    .flatMap(({ requestId, when }) =>
      requestId !== null && when.kind === 'span' ? [[requestId, Number(when.span.from)] as const] : [],
    )
  return dated.toSorted((a, b) => b[1] - a[1]).slice(0, ROWS_ON_THE_PAGE)
}

const extent = (rows: OverlayMarks['rows']) => {
  const newest = rows[0]?.[1]
  const oldest = rows.at(-1)?.[1]
  return newest === undefined || oldest === undefined ? [] : [span(oldest, newest)]
}

/** Clocks are put forward or back at most twice a year, so two equal ends, and middles, mean one offset. */
function offsetOver(spans: OverlayBlock['span'][], zone: KnownZone): number | null {
  const offsets = new Set(spans.flatMap(({ from, to }) => [offsetAt(zone, from), offsetAt(zone, to)]))
  const [only] = offsets
  return offsets.size === 1 && only !== undefined ? only : null
}
