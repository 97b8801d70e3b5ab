import { incidentUnlikeUsual, type UnlikeUsual } from '../../../../shared/analyse/views/year/unlike-usual.ts'
import { zoneOfDays } from '../../compare-zone.ts'
import type { Question } from '../question.ts'

/** What was different in one incident from the same hours of other days; null once it is gone. */
export const unlikeQuestion: Question<{ readonly incident: string }, UnlikeUsual | null> = {
  name: 'unlike',
  answer: (known, { incident: wanted }) => {
    const incident = known.report.incidents.find(({ id }) => id === wanted)
    return incident ? incidentUnlikeUsual(known, incident, zoneOfDays(known)) : null
  },
}
