import type { ExtensionStatus } from '../../../../shared/recorder/status.ts'
import type { Extension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { useMoment } from './use-moment.ts'

interface ReductionCardProps {
  readonly status: ExtensionStatus
  readonly act: Extension['act']
}

/** Texts that an earlier version kept hold more than is kept today: a backup first, then they are reduced. */
export function ReductionCard({ status: { reduction }, act }: ReductionCardProps) {
  const t = useText()
  const moment = useMoment()
  if (reduction === null) return null
  const { by, running, done, total } = reduction
  return (
    <Card title={t('reduction.title')} note={t('reduction.note', { count: total })}>
      <p>{t('reduction.what')}</p>
      {running ? (
        <>
          <progress max={total} value={done} aria-label={t('reduction.title')} />
          <output>{t('reduction.progress', { done, total })}</output>
        </>
      ) : (
        <>
          <p>{t('reduction.by', { at: moment(by) })}</p>
          <div>
            <PlaceLink className="button" to={{ view: 'hand-on' }}>
              {t('reduction.save')}
            </PlaceLink>{' '}
            <Button onClick={() => void act((each) => each.reduceKept())}>{t('reduction.now')}</Button>
          </div>
        </>
      )}
    </Card>
  )
}
