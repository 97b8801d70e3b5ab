import { useHost } from '../../../app/host-context.ts'
import { useExtension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { Card } from '../../../parts/card.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { Skeleton } from '../../../parts/status/skeleton.tsx'
import { HealthCard } from './health-card.tsx'
import { KeyCard } from './key-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { ReductionCard } from './reduction-card.tsx'
import { RecordCard } from './record-card.tsx'
import { RetentionCard } from './retention-card.tsx'
import { WaitingCard } from './waiting-card.tsx'
import './extension-cards.css'

/** What belongs to the extension: on the local page it says so, and no more. */
export function ExtensionCards() {
  const t = useText()
  const extension = useExtension()
  const takesKey = useHost().extension?.takesKey ?? false
  if (!extension)
    return (
      <Card title={t('extension.title')}>
        <p className="muted">{t('extension.onlyThere')}</p>
      </Card>
    )
  const { status, failure, act } = extension
  const silent =
    failure === null ? null : (
      <Notice kind="error" live title={t('extension.silent')}>
        <p>{failure}</p>
      </Notice>
    )
  if (!status)
    return <Card title={t('extension.title')}>{silent ?? <Skeleton label={t('extension.asking')} />}</Card>
  return (
    <>
      {silent}
      <WaitingCard status={status} act={act} />
      <ReductionCard status={status} act={act} />
      <RecordCard status={status} act={act} />
      {takesKey && <KeyCard status={status} act={act} />}
      <RetentionCard settings={status.settings} act={act} />
      <NoticesCard settings={status.settings} act={act} />
      <HealthCard status={status} />
    </>
  )
}
