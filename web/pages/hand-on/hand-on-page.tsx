import { isEmpty, useFindings, useReportOfTheMinute, type Findings } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import { FirstRun } from '../../parts/status/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ReadingEvidence } from '../../parts/evidence/reading-evidence.tsx'
import { TriedZone } from '../../parts/zone/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone/zone-chip.tsx'
import { HandOnForm } from './hand-on-form.tsx'

/** What was found, as a file for somebody else. */
export function HandOnPage() {
  const t = useText()
  const findings = useFindings()
  useReportOfTheMinute()
  return (
    <>
      <PageHead title={t('nav.hand-on')} lead={t('handOn.lead')} actions={<ZoneChip />} />
      <TriedZone />
      <Body findings={findings} />
    </>
  )
}

function Body({ findings }: { readonly findings: Findings | null }) {
  if (!findings) return <ReadingEvidence />
  return isEmpty(findings) ? <FirstRun /> : <HandOnForm zone={findings.report.zone} />
}
