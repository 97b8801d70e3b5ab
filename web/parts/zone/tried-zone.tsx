import { useState } from 'react'
import type { Zone } from '../../../shared/time/zone.ts'
import { useFindings } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import { settledZone, settleZone, usePreferences } from '../../state/preferences.ts'
import { goTo } from '../../state/use-place.ts'
import { useZone } from '../../state/use-zone.ts'
import { Button } from '../button.tsx'
import { Notice } from '../status/notice.tsx'
import { zoneName } from './zone-choices.ts'

/** Says that a zone is only tried on, and offers to keep it or to take it off again. */
export function TriedZone() {
  const t = useText()
  const settled = usePreferences(settledZone)
  const tried = useTriedZone(settled)
  if (tried === null) return null
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
              settleZone(tried)
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

/**
 * The zone of the report that is shown, where it is not the settled one. Not that of the address: until the report under
 * another zone is there, what is shown is still that of the last one, and must not be said to be another's.
 */
function useTriedZone(settled: Zone): Zone | null {
  const wanted = useZone()
  const shown = useFindings()?.report.zone
  const [last, setLast] = useState<Zone | null>(null)
  const tried = shown === wanted ? (shown === settled ? null : shown) : last
  if (tried !== last) setLast(tried)
  return tried
}
