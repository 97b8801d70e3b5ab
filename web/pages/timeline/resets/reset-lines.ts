import type { Reset } from '../../../../shared/analyse/report.ts'
import { groupBy } from '../../../../shared/evidence/group-by.ts'
import type { Span } from '../../../../shared/time/span.ts'
import { resetRoom } from './reset-room.ts'

/** A day on a telephone has its 5-hour resets 62 pixels apart, and lines help to follow a moment down; nearer, they fence it in. */
const LINE_ROOM = 60

interface ResetLines {
  /** Drawn through all lanes. */
  readonly lines: readonly Reset[]
  /** Only marked below the meters. */
  readonly ticks: readonly Reset[]
}

/**
 * Which resets get a line through all lanes: those of a window whose resets are far enough apart for the lines to be
 * followed. In a week that is the weekly one, and the 5-hour ones are ticks:
 *
 *     requests   ▂   ▅│  ▃
 *     meters     ▁▁▂▂▂│▁▁▁▂▂▂
 *                ' ' '│' ' ' '
 */
export function resetLines(resets: readonly Reset[], drawn: Span, drawnWidth: number): ResetLines {
  const lines: Reset[] = []
  const ticks: Reset[] = []
  for (const each of groupBy(resets, ({ window }) => window).values())
    (resetRoom(each, drawn, drawnWidth) < LINE_ROOM ? ticks : lines).push(...each)
  return { lines, ticks }
}
