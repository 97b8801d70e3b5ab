import { useText } from '../locales/use-text.ts'
import { PlaceLink } from '../parts/evidence/place-link.tsx'
import { VIEWS, type View } from '../state/place.ts'
import { VIEW_ICONS } from './views.ts'

/** The ways through the console: a rail beside the page, a bar below it where there is no room. */
export function Navigation({ current }: { readonly current: View }) {
  const t = useText()
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      <ul>
        {VIEWS.map((view) => {
          const Icon = VIEW_ICONS[view]
          return (
            <li key={view}>
              <PlaceLink to={{ view }} aria-current={view === current ? 'page' : undefined}>
                <Icon aria-hidden="true" />
                <span>{t(`nav.${view}`)}</span>
              </PlaceLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
