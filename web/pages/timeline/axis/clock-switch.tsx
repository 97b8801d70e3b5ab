import { useText } from '../../../locales/use-text.ts'
import type { ClockKind } from '../../../data/frame.ts'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import './clock-switch.css'

/** With the zone unknown there are two clocks, and what is on one has no place on the other: choose which to see. */
export function ClockSwitch({ clock }: { readonly clock: ClockKind }) {
  const t = useText()
  return (
    <nav className="clock-switch" aria-label={t('timeline.clock')}>
      {(['wall', 'utc'] as const).map((each) => (
        <PlaceLink
          key={each}
          to={{ part: each, day: null }}
          aria-current={each === clock ? 'true' : undefined}
        >
          {t(`timeline.clock_${each}`)}
        </PlaceLink>
      ))}
    </nav>
  )
}
