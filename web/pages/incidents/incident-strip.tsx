import { rangeAround } from '../../../shared/analyse/views/range-around.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import { frameOf } from '../../data/frame.ts'
import { lanesQuestion } from '../../data/questions/lanes-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useZone } from '../../state/use-zone.ts'
import { Strip } from '../timeline/strip.tsx'

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
