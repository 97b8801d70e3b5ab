import { LANGUAGES, type LanguageChoice } from '../../locales/language.ts'
import { useText } from '../../locales/use-text.ts'
import { Card } from '../../parts/card.tsx'
import { usePreferences } from '../../state/preferences.ts'
import { THEMES } from '../../theme/theme.ts'
import '../../parts/field.css'

const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['system', ...LANGUAGES]

export function LookCard() {
  const t = useText()
  const { language, theme, set } = usePreferences()
  return (
    <Card title={t('settings.look')}>
      <fieldset className="choices">
        <legend>{t('settings.language')}</legend>
        {LANGUAGE_CHOICES.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="language"
              checked={language === each}
              onChange={() => set({ language: each })}
            />
            {t(`settings.languages.${each}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('settings.theme')}</legend>
        {THEMES.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="theme" checked={theme === each} onChange={() => set({ theme: each })} />
            {t(`settings.themes.${each}`)}
          </label>
        ))}
      </fieldset>
    </Card>
  )
}
