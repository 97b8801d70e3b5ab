import { useText } from '../locales/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { goTo, usePlace } from '../state/use-place.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { zoneName } from './zone-choices.ts'

/** Says that a zone is only tried on, and offers to keep it or to take it off again. */
export function TriedZone() {
  const t = useText()
  const tried = usePlace((place) => place.zone)
  const settled = usePreferences((state) => state.zone)
  const set = usePreferences((state) => state.set)
  if (tried === null || tried === settled) return null
  return (
    <Notice
      kind="info"
      live
      title={t('zone.triedTitle', { zone: zoneName(tried, t('zone.unknown')) })}
      actions={
        <>
          <Button
            kind="primary"
            onClick={() => {
              set({ zone: tried })
              goTo({ zone: null })
            }}
          >
            {t('zone.keep')}
          </Button>
          <Button onClick={() => goTo({ zone: null })}>
            {t('zone.back', { zone: zoneName(settled, t('zone.unknown')) })}
          </Button>
        </>
      }
    >
      <p>{t('zone.triedText')}</p>
    </Notice>
  )
}
