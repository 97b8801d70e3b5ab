import type { Verdict } from '../../../../shared/analyse/report.ts'
import { readZone } from '../../../../shared/time/zone.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { offsetLabel } from '../../../parts/zone/zone-choices.ts'
import { goTo } from '../../../state/use-place.ts'
import './offset-buttons.css'

interface OffsetButtonsProps {
  readonly verdict: Verdict
  readonly offsets: readonly string[]
}

/** The offsets under which a verdict would be this; each can be tried on. */
export function OffsetButtons({ verdict, offsets }: OffsetButtonsProps) {
  const t = useText()
  const wording = useWording()
  return (
    <ul className="offsets">
      {offsets.map((offset) => (
        <li key={offset}>
          <button
            type="button"
            className={`offset offset-${verdict}`}
            aria-label={t('offsets.try', { offset: offsetLabel(offset), verdict: wording.verdict(verdict) })}
            onClick={() => goTo({ zone: readZone(offset) })}
          >
            {offset.replace('-', '−').replace(':00', '')}
          </button>
        </li>
      ))}
    </ul>
  )
}
