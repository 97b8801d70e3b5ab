import type { Language } from '../../shared/time/format.ts'

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[]
export type LanguageChoice = Language | 'system'

/** The language to show: the choice, or the first of the browser's languages that we have. */
export function languageOf(choice: LanguageChoice, spoken: readonly string[]): Language {
  if (choice !== 'system') return choice
  const known = spoken.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().startsWith(language)))
  return known.find((language) => language !== undefined) ?? 'en'
}
