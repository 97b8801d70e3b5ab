import { analyse } from '../../../shared/analyse/analyse.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { answerOf } from '../../../shared/analyse/views/answer.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../shared/time/zone.ts'
import type { ZoneEffect } from './jobs.ts'

/** Whether the zone of zone-less times can change a verdict on this evidence, and the answer under each zone. */
export function zoneEffectOf(evidence: Evidence, zones: readonly Zone[], now: Instant): ZoneEffect {
  const under = (zone: Zone) => analyse(evidence, { now, zone, rules: DEFAULT_RULES })
  const unknown = under(UNKNOWN_ZONE)
  return {
    matters: dependsOnZone(unknown.report),
    answers: zones.map((zone) => {
      const analysis = zone === UNKNOWN_ZONE ? unknown : under(zone)
      return { zone, answer: answerOf(analysis) }
    }),
  }
}

/** A verdict that is not the same under all offsets that are possible. */
const dependsOnZone = ({ incidents }: Report): boolean =>
  incidents.some(({ verdicts }) =>
    verdicts.some(({ byOffset }) => byOffset !== null && new Set(Object.values(byOffset)).size > 1),
  )
