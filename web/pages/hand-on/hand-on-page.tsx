import { isEmpty } from '../../data/findings.ts'
import { useEverything, type Everything } from '../../data/use-everything.ts'
import { useText } from '../../locales/use-text.ts'
import { FirstRun } from '../../parts/first-run.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { TriedZone } from '../../parts/tried-zone.tsx'
import { ZoneChip } from '../../parts/zone-chip.tsx'
import { HandOnForm } from './hand-on-form.tsx'

/** What was found, as a file for somebody else. */
export function HandOnPage() {
  const t = useText()
  const findings = useEverything()
  return (
    <>
      <PageHead title={t('nav.hand-on')} lead={t('handOn.lead')} actions={<ZoneChip />} />
      <TriedZone />
      <Body findings={findings} />
    </>
  )
}

function Body({ findings }: { readonly findings: Everything | null }) {
  const t = useText()
  if (!findings) return <Skeleton label={t('loading')} />
  return isEmpty(findings) ? <FirstRun /> : <HandOnForm findings={findings} />
}
