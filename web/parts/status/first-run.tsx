import { Telescope } from 'lucide-react'
import { useHost } from '../../app/host-context.ts'
import { useText } from '../../locales/use-text.ts'
import { EmptyState } from './empty-state.tsx'
import { PlaceLink } from '../evidence/place-link.tsx'

/** Nothing has been brought in yet: what this is, or in the extension what to do, in three steps; and where to begin. */
export function FirstRun() {
  const t = useText()
  const host = useHost()
  return (
    <EmptyState
      icon={<Telescope />}
      title={t('firstRun.title')}
      actions={
        <>
          <PlaceLink className="button button-primary" to={{ view: 'bring-in' }}>
            {t('firstRun.bringIn')}
          </PlaceLink>
          <PlaceLink className="button" to={{ view: 'bring-in', part: 'sample' }}>
            {t('firstRun.sample')}
          </PlaceLink>
        </>
      }
    >
      {host.kind === 'extension' ? (
        <ol className="first-steps">
          <li>{t('firstRun.inExtension')}</li>
          <li>{t('firstRun.inExtensionTwo')}</li>
          <li>{t('firstRun.inExtensionThree')}</li>
        </ol>
      ) : (
        <>
          <p>{t('firstRun.one')}</p>
          <p>{t('firstRun.two')}</p>
        </>
      )}
      <p>{t('firstRun.three')}</p>
    </EmptyState>
  )
}
