import type { ReactNode } from 'react'
import { isSharedHistory } from '../../../shared/evidence/shared-history.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Zone } from '../../../shared/time/zone.ts'
import { HAND_ON_FORMATS, SHARED_FORMATS, type Format } from '../../data/questions/hand-on-formats.ts'
import type { HandOnFile } from '../../data/questions/hand-on-question.ts'
import { LANGUAGES } from '../../locales/language.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { RadioChoices } from '../../parts/radio-choices.tsx'
import { SelectField } from '../../parts/select-field.tsx'
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
const FIRST_FORMAT = { share: 'markdown', move: 'backup' } as const
const PURPOSES = ['share', 'move'] as const

/** What is exported, in which format, and for whom. */
export function HandOnChoices(props: HandOnChoicesProps) {
  const { zone, file, format, masked, language, incident, onMasked, onLanguage, children } = props
  const isShared = isSharedHistory(usePreferences((state) => state.account))
  const { canMask, hasIncidents, look } = HAND_ON_FORMATS[format]
  const t = useText()
  return (
    <Card title={t('handOn.what')}>
      <div className="hand-on-choices">
        {isShared ? (
          <p className="choice-hint">{t('shared.stays')}</p>
        ) : (
          <RadioChoices
            className="format-choices"
            legend={t('handOn.purpose')}
            value={format === 'backup' ? 'move' : 'share'}
            choices={PURPOSES.map((value) => ({
              value,
              text: t(`handOn.purposes.${value}`),
              hint: t(`handOn.purposeHints.${value}`),
            }))}
            onChoice={(purpose) => goTo({ part: FIRST_FORMAT[purpose] })}
          />
        )}
        {format === 'backup' ? (
          children
        ) : (
          <RadioChoices
            className="format-choices"
            legend={t('handOn.format')}
            value={format}
            choices={SHARED_FORMATS.map((value) => ({
              value,
              text: t(`handOn.formats.${value}`),
              hint: t(`handOn.formatHints.${value}`),
            }))}
            onChoice={(part) => goTo({ part })}
          />
        )}
        {hasIncidents ? <IncidentChoice zone={zone} incident={incident} isOne={look === 'picture'} /> : null}
        {hasIncidents ? (
          <SelectField
            label={t('handOn.language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, text: t(`settings.languages.${value}`) }))}
            onChoice={onLanguage}
          />
        ) : null}
        {canMask && !isShared ? <MaskChoice file={file} masked={masked} onMasked={onMasked} /> : null}
      </div>
    </Card>
  )
}

/** Whether names are masked, and which of them are. */
function MaskChoice({ file, masked, onMasked }: Pick<HandOnChoicesProps, 'file' | 'masked' | 'onMasked'>) {
  const t = useText()
  return (
    <div className="mask-choice">
      <label className="choice">
        <input type="checkbox" checked={masked} onChange={(event) => onMasked(event.currentTarget.checked)} />
        {t('handOn.mask')}
      </label>
      {masked ? file && <MaskedNames file={file} /> : <p className="choice-hint">{t('handOn.unmasked')}</p>}
    </div>
  )
}
