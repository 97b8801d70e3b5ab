import type { Instant } from '../../../shared/time/instant.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { useFindingsState } from '../../data/findings.ts'
import { dayInFrame, frameOf } from '../../data/frame.ts'
import { useLanguage, useText } from '../../locales/use-text.ts'
import { dayText } from '../../parts/text/day-text.ts'
import { Notice } from '../../parts/status/notice.tsx'
import { ReadProgress } from '../../parts/status/read-progress.tsx'

interface OlderBeingReadProps {
  readonly since: Instant
  readonly zone: Zone
}

/** Says that what is drawn is not the whole history yet, and how far the rest is. */
export function OlderBeingRead({ since, zone }: OlderBeingReadProps) {
  const t = useText()
  const language = useLanguage()
  const findings = useFindingsState()
  const day = dayInFrame(since, frameOf(zone, 'utc'))
  return (
    <Notice kind="info" title={t('reading.since', { day: dayText(day, language) })}>
      {findings.state === 'ready' && findings.progress ? <ReadProgress progress={findings.progress} /> : null}
    </Notice>
  )
}
