import { useId } from 'react'
import type { Answer } from '../../../../shared/analyse/views/answer.ts'
import { UNKNOWN_ZONE, type Zone } from '../../../../shared/time/zone.ts'
import { useHost } from '../../../app/host-context.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { zoneName } from '../../../parts/zone/zone-choices.ts'
import { ZonePicker } from '../../../parts/zone/zone-picker.tsx'
import type { Input } from '../staged.ts'
import { useZoneEffect } from './use-zone-effect.ts'

export interface ZoneAnswer {
  readonly zone: Zone
  /** True: it is written into this input's times. False: it is the console's zone, and can be changed at any time. */
  readonly onlyHere: boolean
}

interface ZoneQuestionProps {
  readonly inputs: readonly Input[]
  readonly answer: ZoneAnswer
  readonly onAnswer: (answer: ZoneAnswer) => void
}

/**
 * Asked only where times have no zone and a verdict hinges on it, with what each choice would make of it. The zone of the
 * browser is the suggestion; "I don't know" is a full answer.
 */
export function ZoneQuestion({ inputs, answer, onAnswer }: ZoneQuestionProps) {
  const t = useText()
  const id = useId()
  const { clock } = useHost()
  const zones = [...new Set<Zone>([clock.zone(), UNKNOWN_ZONE, answer.zone])]
  const effect = useZoneEffect(inputs, zones)
  if (!effect?.matters) return null
  return (
    <section className="zone-question" aria-labelledby={id}>
      <h2 id={id}>{t('bringIn.zoneTitle')}</h2>
      <p className="field-hint">{t('bringIn.zoneNote')}</p>
      <fieldset className="zone-choices">
        <legend className="visually-hidden">{t('zone.question')}</legend>
        {effect.answers.map(({ zone, answer: under }) => (
          <label key={zone} className="choice">
            <input
              type="radio"
              name={id}
              checked={answer.zone === zone}
              onChange={() => onAnswer({ ...answer, zone })}
            />
            {zone === clock.zone()
              ? t('bringIn.zoneHere', { zone })
              : zoneName(zone, t('zone.unknownChoice'))}
            <Effect answer={under} now={clock.now()} zone={zone} />
          </label>
        ))}
      </fieldset>
      <ZonePicker
        label={t('bringIn.otherZone')}
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
          {t(answer.onlyHere ? 'bringIn.onlyHereHint' : 'bringIn.everywhereHint')}
        </span>
      </label>
    </section>
  )
}

interface EffectProps {
  readonly answer: Answer
  readonly now: Parameters<ReturnType<typeof useWording>['answer']>[1]
  readonly zone: Zone
}

/** The answer under one zone: its state, the cause, and what is ruled out. */
function Effect({ answer, now, zone }: EffectProps) {
  const wording = useWording()
  const { state, cause, ruledOut } = wording.answer(answer, now, zone)
  const sentences = [state, ...cause, ...(ruledOut === null ? [] : [ruledOut])]
  return <span className="choice-hint">{sentences.join(wording.language === 'zh' ? '' : ' ')}</span>
}
