import type { BlockedWindow, Incident } from '../../../shared/analyse/report.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { span, spanLength, widenSpan, type Span } from '../../../shared/time/span.ts'
import { frameOf } from '../../data/frame.ts'
import { lanesQuestion } from '../../data/questions/lanes-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useZone } from '../../state/use-zone.ts'
import { Strip } from '../timeline/strip.tsx'

/** Room on either side of the block, so that what came before and after is seen. */
const LEAST_ROOM = 20 * MINUTE
const BUCKETS = 240

/** The block and its surroundings on one line: the rows around it, and the resets that it did or did not outlive. */
export function IncidentStrip({ incident }: { readonly incident: Incident }) {
  const zone = useZone()
  const clock = incident.block.span ? 'utc' : 'wall'
  const range = rangeAround(incident.block)
  const { value: lanes } = useAnswer(lanesQuestion, range && { range, clock, buckets: BUCKETS })
  if (!range) return null
  // Kept free while the answer is on its way, so that what lies below does not jump.
  if (!lanes) return <div className="strip-room" aria-hidden="true" />
  return <Strip lanes={lanes} frame={frameOf(zone, clock)} incident={incident.id} />
}

function rangeAround({ span: range, local }: BlockedWindow): Span | null {
  const whole = range ?? (local ? span(local.from, local.to) : null)
  return whole && widenSpan(whole, Math.max(LEAST_ROOM, spanLength(whole) / 3))
}
