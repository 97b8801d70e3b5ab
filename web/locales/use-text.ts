import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/time/format.ts'
import type { TextKey } from './text-key.ts'

export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/** The console's texts in the language that is shown. `count` chooses between one and many. */
export function useText(): Text {
  const { t } = useTranslation()
  return useCallback((key, values) => (values ? t(key, values) : t(key)), [t])
}

/** The language that is shown, for wording and formats. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'zh' ? 'zh' : 'en'
}
