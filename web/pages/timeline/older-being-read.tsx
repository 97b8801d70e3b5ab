import type { Instant } from '../../../shared/time/instant.ts'
import { UNKNOWN_ZONE, UTC } from '../../../shared/time/zone.ts'
import { useFindingsState } from '../../data/findings.ts'
import { dayInFrame, frameOf } from '../../data/frame.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { dayText } from '../../parts/day-text.ts'
import { Notice } from '../../parts/notice.tsx'
import { ReadProgress } from '../../parts/read-progress.tsx'

/** Says that what is drawn is not the whole history yet, and how far the rest is. */
export function OlderBeingRead({ since }: { readonly since: Instant }) {
  const t = useText()
  const language = useLanguage()
  const findings = useFindingsState()
  const zone = findings.state === 'ready' ? findings.findings.report.zone : UNKNOWN_ZONE
  const day = dayInFrame(since, frameOf(zone === UNKNOWN_ZONE ? UTC : zone, 'utc'))
  return (
    <Notice kind="info" title={t('reading.since', { day: dayText(day, language) })}>
      {findings.state === 'ready' && findings.progress ? <ReadProgress progress={findings.progress} /> : null}
    </Notice>
  )
}
