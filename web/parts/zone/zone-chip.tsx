import { Globe } from 'lucide-react'
import { useState } from 'react'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { useText } from '../../locales/use-text.ts'
import { settleZone } from '../../state/preferences.ts'
import { replacePlace } from '../../state/use-place.ts'
import { useZone } from '../../state/use-zone.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { zoneName } from './zone-choices.ts'
import { ZonePicker } from './zone-picker.tsx'
import './zone-chip.css'

/** The zone that everything on the page is read in; never out of sight, since a verdict may hinge on it. */
export function ZoneChip() {
  const t = useText()
  const zone = useZone()
  const [open, setOpen] = useState(false)
  const name = zoneName(zone, t('zone.unknown'))
  return (
    <>
      <button
        type="button"
        className={`zone-chip ${zone === UNKNOWN_ZONE ? 'zone-chip-unknown' : ''}`}
        onClick={() => setOpen(true)}
      >
        <Globe aria-hidden="true" />
        <span className="zone-chip-label">{t('zone.label')}</span>
        <span className="zone-chip-name">{name}</span>
      </button>
      {open ? (
        <Dialog title={t('zone.dialogTitle')} onClose={() => setOpen(false)}>
          <p>{t('zone.dialogText')}</p>
          <ZonePicker
            label={t('zone.question')}
            hint={t('zone.hint')}
            value={zone}
            onChange={(chosen) => {
              settleZone(chosen)
              replacePlace({ zone: null })
            }}
          />
          <Button kind="primary" onClick={() => setOpen(false)}>
            {t('done')}
          </Button>
        </Dialog>
      ) : null}
    </>
  )
}
