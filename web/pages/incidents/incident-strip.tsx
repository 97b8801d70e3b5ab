import { useMemo } from 'react'
import { lanesOf } from '../../../shared/analyse/lanes.ts'
import type { Incident } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { MINUTE } from '../../../shared/time/duration.ts'
import { span, spanLength, widenSpan } from '../../../shared/time/span.ts'
import type { Everything } from '../../data/use-everything.ts'
import { frameOf } from '../../data/frame.ts'
import { Strip } from '../timeline/strip.tsx'

interface IncidentStripProps {
  readonly incident: Incident
  readonly findings: Everything
}

/** Room on either side of the block, so that what came before and after is seen. */
const LEAST_ROOM = 20 * MINUTE

/** The block and its surroundings on one line: the rows around it, and the resets that it did or did not outlive. */
export function IncidentStrip({ incident, findings }: IncidentStripProps) {
  const { evidence, report } = findings
  const { block } = incident
  const clock = block.span ? 'utc' : 'wall'
  const lanes = useMemo(() => {
    const whole = block.span ?? (block.local ? span(block.local.from, block.local.to) : null)
    if (!whole) return null
    const range = widenSpan(whole, Math.max(LEAST_ROOM, spanLength(whole) / 3))
    return lanesOf(evidence, report, range, { buckets: 240, clock, rules: DEFAULT_RULES })
  }, [evidence, report, block, clock])
  return lanes ? <Strip lanes={lanes} frame={frameOf(report.zone, clock)} incident={incident.id} /> : null
}
