import type { ExtensionStatus } from '../../../../shared/recorder/status.ts'
import type { Extension } from '../../../data/use-extension.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Notice } from '../../../parts/status/notice.tsx'
import { GapList } from './gap-list.tsx'
import { LimitSelect } from './limit-select.tsx'
import { RecorderRow } from './recorder-row.tsx'
import { useChosen } from './use-chosen.ts'

interface RecordCardProps {
  readonly status: ExtensionStatus
  readonly act: Extension['act']
}

const HOURS: readonly (number | null)[] = [1, 4, 12, 24, 72, null]

/** Recording: what it does is said before it is switched on, site by site. */
export function RecordCard({ status, act }: RecordCardProps) {
  const t = useText()
  const { settings, recorders, gaps } = status
  const [hiddenHours, chooseHours] = useChosen(settings.hiddenHours, (hours) =>
    act((each) => each.change({ hiddenHours: hours })),
  )
  return (
    <Card title={t('record.title')} note={t('record.note')}>
      {settings.paused ? (
        <Notice
          kind="warn"
          title={t('record.paused')}
          actions={<Button onClick={() => void act((each) => each.pause(false))}>{t('record.goOn')}</Button>}
        />
      ) : null}
      <p>{t('record.what')}</p>
      <p className="muted">{t('record.stops')}</p>
      {recorders.map((recorder) => (
        <RecorderRow key={recorder.site} recorder={recorder} act={act} />
      ))}
      <LimitSelect
        label={t('record.hidden')}
        value={hiddenHours}
        choices={HOURS}
        say={(hours) => (hours === null ? t('record.howeverLong') : t('record.hours', { count: hours }))}
        onChange={chooseHours}
      />
      <GapList gaps={gaps} />
      {settings.paused ? null : (
        <div>
          <Button onClick={() => void act((each) => each.pause(true))}>{t('record.pause')}</Button>
        </div>
      )}
    </Card>
  )
}
