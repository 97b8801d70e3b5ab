import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { ZonePicker } from '../../parts/zone/zone-picker.tsx'
import { settledZone, settleZone, usePreferences } from '../../state/preferences.ts'
import { replacePlace } from '../../state/use-place.ts'

export function ZoneCard() {
  const t = useText()
  const zone = usePreferences(settledZone)
  return (
    <Card title={t('zone.dialogTitle')} note={t('zone.dialogText')}>
      <ZonePicker
        label={t('zone.question')}
        hint={t('zone.hint')}
        value={zone}
        onChange={(chosen) => {
          settleZone(chosen)
          replacePlace({ zone: null })
        }}
      />
    </Card>
  )
}
