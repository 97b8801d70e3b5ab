import { isEmpty, useRecentFindings } from '../../data/findings.ts'
import type { ClockKind } from '../../data/frame.ts'
import { historyQuestion } from '../../data/questions/history-question.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useText } from '../../locales/use-text.ts'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { Notice } from '../../parts/status/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { TriedZone } from '../../parts/zone/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { usePlace } from '../../state/use-place.ts'
import { OlderBeingRead } from './older-being-read.tsx'
import { TimelineView } from './timeline-view.tsx'

/** As many bars as the overview of a wide window has room for. */
const BARS = 400

/** Any stretch of the history on one time axis. */
export function TimelinePage() {
  const t = useText()
  return (
    <>
      <PageHead title={t('nav.timeline')} lead={t('timeline.lead')} actions={<ZoneChip />} />
      <TriedZone />
      <TimelineContent />
    </>
  )
}

function TimelineContent() {
  const t = useText()
  const part = usePlace((place) => place.part)
  const findings = useRecentFindings()
  const clock: ClockKind | null = part === 'utc' || part === 'wall' ? part : null
  const history = useAnswer(historyQuestion, { clock, buckets: BARS })
  if (history.state === 'failed') {
    return (
      <Notice kind="error" live title={t('failure.title')}>
        <p className="mono">{history.error.message}</p>
      </Notice>
    )
  }
  if (findings && isEmpty(findings)) return <FirstRun />
  if (history.value === null || findings === null) return <ReadingEvidence rows={4} />
  return (
    <>
      {history.value.since === null ? null : (
        <OlderBeingRead since={history.value.since} zone={findings.report.zone} />
      )}
      <TimelineView history={history.value} report={findings.report} />
    </>
  )
}
