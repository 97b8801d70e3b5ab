import { createInstance, type TOptions } from 'i18next'
import type { Language } from '../time/format.ts'
import { LOCALES, type Locale } from './locale.ts'

/** Says one entry of a language with its placeholders filled: `say('fact', 'no_reading', { window: 'weekly' })`. */
export type Say = <Section extends keyof Locale>(
  section: Section,
  name: keyof Locale[Section] & string,
  values?: Readonly<Record<string, string>>,
) => string

/**
 * An own instance for each call, so that nothing is shared between two languages. A key or value that is missing is
 * an error of ours and throws: a report must not print `{{used}}`.
 */
export function sayIn(language: Language): Say {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    resources: { [language]: { translation: LOCALES[language] } },
    initAsync: false,
    // Values are texts that other people wrote: they are shown as they are, never read as templates.
    interpolation: { escapeValue: false, skipOnVariables: true },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`no wording for ${key}`)
    },
    missingInterpolationHandler: (template, match: RegExpExecArray) => {
      throw new Error(`no value ${match[0]} for “${template}”`)
    },
  })
  const said = new Map<string, string>()
  return (section, name, values = {}) => {
    const key: string = `${section}.${name}`
    // A search through thousands of headlines says the same seven causes over and over.
    const isPlain = Object.keys(values).length === 0
    const again = isPlain ? said.get(key) : undefined
    if (again !== undefined) return again
    const options: TOptions = {
      ...values,
      nest: false,
      ...contextOf(language, section, name, values),
    }
    const text = i18n.t(key, options)
    if (isPlain) said.set(key, text)
    return text
  }
}

/** The optional value that has a sentence of its own, when it is there. */
function contextOf(
  language: Language,
  section: keyof Locale,
  name: string,
  values: Readonly<Record<string, string>>,
): { readonly context?: string } {
  const context = Object.keys(values).find((value) => `${name}_${value}` in LOCALES[language][section])
  return context === undefined ? {} : { context }
}
