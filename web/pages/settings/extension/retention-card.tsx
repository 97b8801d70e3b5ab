import { useState } from 'react'
import type { Settings } from '../../../../shared/recorder/settings.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import type { SettingsCardProps } from './card-props.ts'
import { LimitSelect } from './limit-select.tsx'

type Keep = Settings['keep']

const RAW_DAYS = [1, 3, 7, 30, 90] as const
const RAW_MEGABYTES = [20, 100, 200, 1000] as const
const RECORD_DAYS: readonly (number | null)[] = [30, 90, 365, 1095, null]
const RECORD_MEGABYTES: readonly (number | null)[] = [50, 200, 1000, 5000, null]

/** How long things are kept: nothing goes before the button is pressed, since what goes is gone. */
export function RetentionCard({ settings, act }: SettingsCardProps) {
  const t = useText()
  const [chosen, setChosen] = useState<Keep | null>(null)
  const keep = chosen ?? settings.keep
  const choose = (change: Partial<Keep>) => setChosen({ ...keep, ...change })
  const days = (count: number | null) =>
    count === null ? t('retention.forever') : t('retention.days', { count })
  const size = (count: number | null) =>
    count === null ? t('retention.noLimit') : t('retention.megabytes', { count })
  const apply = async () => {
    await act((each) => each.change({ keep }))
    setChosen(null)
  }
  return (
    <Card title={t('retention.title')} note={t('retention.note')}>
      <div className="settings-row">
        <LimitSelect
          label={t('retention.recordDays')}
          value={keep.recordDays}
          choices={RECORD_DAYS}
          say={days}
          onChange={(recordDays) => choose({ recordDays })}
        />
        <LimitSelect
          label={t('retention.recordSize')}
          value={keep.recordMegabytes}
          choices={RECORD_MEGABYTES}
          say={size}
          onChange={(recordMegabytes) => choose({ recordMegabytes })}
        />
        <LimitSelect
          label={t('retention.rawDays')}
          value={keep.rawDays}
          choices={RAW_DAYS}
          say={days}
          onChange={(rawDays) => choose({ rawDays: rawDays ?? keep.rawDays })}
        />
        <LimitSelect
          label={t('retention.rawSize')}
          value={keep.rawMegabytes}
          choices={RAW_MEGABYTES}
          say={size}
          onChange={(rawMegabytes) => choose({ rawMegabytes: rawMegabytes ?? keep.rawMegabytes })}
        />
      </div>
      <p className="muted">{t('retention.goes')}</p>
      <div>
        <Button disabled={chosen === null} onClick={() => void apply()}>
          {t('retention.apply')}
        </Button>
      </div>
    </Card>
  )
}
