import type { Coverage } from '../../../shared/analyse/report.ts'
import { spanLength } from '../../../shared/time/span.ts'
import type { Text } from '../../locales/use-text.ts'
import type { Wording } from '../../../shared/wording/wording.ts'

/** How much of a stretch was looked at, in words: whole, with holes, or not at all. */
export function coverageText({ observed, holes }: Coverage, t: Text, wording: Wording): string {
  if (observed.length === 0) return t('incidents.coverageNone')
  if (holes.length === 0) return t('incidents.coverageWhole')
  const missing = holes.reduce((sum, hole) => sum + spanLength(hole), 0)
  return t('incidents.coverageHoles', { count: holes.length, missing: wording.duration(missing) })
}
