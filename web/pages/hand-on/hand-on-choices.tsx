import { useId, useMemo } from 'react'
import { maskEvidence } from '../../../shared/export/mask-evidence.ts'
import { maskKeyOf } from '../../../shared/export/mask-key.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Everything } from '../../data/use-everything.ts'
import { LANGUAGES } from '../../locales/language.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { Card } from '../../parts/card.tsx'
import { goTo } from '../../state/use-place.ts'
import { canMask, FORMATS, hasIncidents, type Format } from './formats.ts'
import '../../parts/field.css'

interface HandOnChoicesProps {
  readonly findings: Everything
  readonly format: Format
  readonly masked: boolean
  readonly language: Language
  readonly incident: string | null
  readonly onMasked: (masked: boolean) => void
  readonly onLanguage: (language: Language) => void
}

export function HandOnChoices(props: HandOnChoicesProps) {
  const { findings, format, masked, language, incident, onMasked, onLanguage } = props
  const t = useText()
  const id = useId()
  const wording = useWording()
  const { evidence, report } = findings
  const counts = useMemo(() => maskEvidence(evidence, maskKeyOf(evidence)).counts, [evidence])
  return (
    <Card title={t('handOn.what')}>
      <div className="hand-on-choices">
        <fieldset className="format-choices">
          <legend className="field-label">{t('handOn.format')}</legend>
          {FORMATS.map((each) => (
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
        {hasIncidents(format) ? (
          <div className="field">
            <label htmlFor={`${id}-incident`} className="field-label">
              {t('handOn.incident')}
            </label>
            <select
              id={`${id}-incident`}
              className="field-control"
              value={incident ?? ''}
              onChange={(event) => goTo({ incident: event.currentTarget.value || null })}
            >
              <option value="">{t('handOn.allIncidents')}</option>
              {report.incidents.map((each) => (
                <option key={each.id} value={each.id}>
                  {wording.block(each.block, report.zone)}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {hasIncidents(format) ? (
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
        {canMask(format) ? (
          <label className="choice">
            <input
              type="checkbox"
              checked={masked}
              onChange={(event) => onMasked(event.currentTarget.checked)}
            />
            {t('handOn.mask')}
            <span className="choice-hint">
              {masked ? t('handOn.masked', { ...counts }) : t('handOn.unmasked')}
            </span>
          </label>
        ) : null}
      </div>
    </Card>
  )
}
