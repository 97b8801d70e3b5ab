import type { Zone } from '../../../shared/time/zone.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { zoneName } from '../../parts/zone-choices.ts'
import { ZonePicker } from '../../parts/zone-picker.tsx'
import { usePreferences } from '../../state/preferences.ts'

export interface ZoneAnswer {
  readonly zone: Zone
  /** True: it is written into this input's times. False: it is the console's zone, and can be changed at any time. */
  readonly onlyHere: boolean
}

interface ZoneQuestionProps {
  readonly answer: ZoneAnswer
  readonly onAnswer: (answer: ZoneAnswer) => void
}

/** Asked only when times without a zone are in the input; "I don't know" is a full answer. */
export function ZoneQuestion({ answer, onAnswer }: ZoneQuestionProps) {
  const t = useText()
  const settled = usePreferences((state) => state.zone)
  return (
    <Card title={t('bringIn.zoneTitle')} note={t('bringIn.zoneNote')}>
      <div className="zone-question">
        <ZonePicker
          label={t('zone.question')}
          value={answer.zone}
          onChange={(zone) => onAnswer({ ...answer, zone })}
        />
        <label className="choice">
          <input
            type="checkbox"
            checked={answer.onlyHere}
            onChange={(event) => onAnswer({ ...answer, onlyHere: event.currentTarget.checked })}
          />
          {t('bringIn.onlyHere')}
          <span className="choice-hint">
            {t(answer.onlyHere ? 'bringIn.onlyHereHint' : 'bringIn.everywhereHint', {
              zone: zoneName(settled, t('zone.unknown')),
            })}
          </span>
        </label>
      </div>
    </Card>
  )
}
