import { Telescope } from 'lucide-react'
import { useText } from '../locales/use-text.ts'
import { EmptyState } from './empty-state.tsx'
import { PlaceLink } from './place-link.tsx'

/** Nothing has been brought in yet: what this is, in three sentences, and where to begin. */
export function FirstRun() {
  const t = useText()
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
      <p>{t('firstRun.one')}</p>
      <p>{t('firstRun.two')}</p>
      <p>{t('firstRun.three')}</p>
    </EmptyState>
  )
}
