import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/time/format.ts'
import en from './en.json'
import zh from './zh.json'

/** The console's own texts; words of the domain (causes, verdicts, facts) come from shared/wording. */
export function createTexts(language: Language): i18n {
  const texts = i18next.createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  })
  return texts
}
