import { useId, type ReactNode } from 'react'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { HAND_ON_FORMATS, SHARED_FORMATS, type Format } from '../../data/questions/hand-on-formats.ts'
import type { HandOnFile } from '../../data/questions/hand-on-question.ts'
import { LANGUAGES } from '../../locales/language.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { usePreferences } from '../../state/preferences.ts'
import { goTo } from '../../state/use-place.ts'
import { IncidentChoice } from './incident-choice.tsx'
import { MaskedNames } from './masked-names.tsx'
import '../../parts/field.css'

interface HandOnChoicesProps {
  readonly zone: Zone
  /** The file as it is written now; null before there is one. */
  readonly file: HandOnFile | null
  readonly format: Format
  readonly masked: boolean
  readonly language: Language
  readonly incident: string | null
  readonly onMasked: (masked: boolean) => void
  readonly onLanguage: (language: Language) => void
  /** What is asked for a backup. */
  readonly children: ReactNode
}

/** Two reasons to export, and the format that each begins with. */
const PURPOSES = [
  { purpose: 'share', first: 'markdown' },
  { purpose: 'move', first: 'backup' },
] as const

export function HandOnChoices(props: HandOnChoicesProps) {
  const { zone, file, format, masked, language, incident, onMasked, onLanguage, children } = props
  const isShared = isSharedHistory(usePreferences((state) => state.account))
  const { canMask, hasIncidents, look } = HAND_ON_FORMATS[format]
  const t = useText()
  const id = useId()
  return (
    <Card title={t('handOn.what')}>
      <div className="hand-on-choices">
        {isShared ? (
          <p className="choice-hint">{t('shared.stays')}</p>
        ) : (
          <fieldset className="format-choices">
            <legend className="field-label">{t('handOn.purpose')}</legend>
            {PURPOSES.map(({ purpose, first }) => (
              <label key={purpose} className="choice">
                <input
                  type="radio"
                  name="purpose"
                  checked={(purpose === 'move') === (format === 'backup')}
                  onChange={() => goTo({ part: first })}
                />
                {t(`handOn.purposes.${purpose}`)}
                <span className="choice-hint">{t(`handOn.purposeHints.${purpose}`)}</span>
              </label>
            ))}
          </fieldset>
        )}
        {format === 'backup' ? (
          children
        ) : (
          <fieldset className="format-choices">
            <legend className="field-label">{t('handOn.format')}</legend>
            {SHARED_FORMATS.map((each) => (
              <label key={each} className="choice">
                <input
                  type="radio"
                  name="format"
                  checked={format === each}
                  onChange={() => goTo({ part: each })}
                />
                {t(`handOn.formats.${each}`)}
                <span className="choice-hint">{t(`handOn.formatHints.${each}`)}</span>
              </label>
            ))}
          </fieldset>
        )}
        {hasIncidents ? <IncidentChoice zone={zone} incident={incident} isOne={look === 'picture'} /> : null}
        {hasIncidents ? (
          <div className="field">
            <label htmlFor={`${id}-language`} className="field-label">
              {t('handOn.language')}
            </label>
            <select
              id={`${id}-language`}
              className="field-control"
              value={language}
              onChange={(event) => onLanguage(event.currentTarget.value === 'zh' ? 'zh' : 'en')}
            >
              {LANGUAGES.map((each) => (
                <option key={each} value={each}>
                  {t(`settings.languages.${each}`)}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {canMask && !isShared ? (
          <div className="mask-choice">
            <label className="choice">
              <input
                type="checkbox"
                checked={masked}
                onChange={(event) => onMasked(event.currentTarget.checked)}
              />
              {t('handOn.mask')}
            </label>
            {masked ? (
              file && <MaskedNames file={file} />
            ) : (
              <p className="choice-hint">{t('handOn.unmasked')}</p>
            )}
          </div>
        ) : null}
      </div>
    </Card>
  )
}
