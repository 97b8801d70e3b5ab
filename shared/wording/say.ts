import { createInstance, type TOptions } from 'i18next'
import type { Language } from '../time/format.ts'
import { LOCALES, type Locale } from './locale.ts'

/** Says one entry of a language with its placeholders filled: `say('fact', 'no_reading', { window: 'weekly' })`. */
export type Say = <Section extends keyof Locale>(
  section: Section,
  name: keyof Locale[Section] & string,
  values?: Readonly<Record<string, string>>,
) => string

/** Sentences that are kept made, a megabyte or so. */
const MAX_KEPT = 5_000

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
    // A report of 275 incidents says 290 different things 3,600 times; i18next takes 0.1 ms for each.
    const whole = key + JSON.stringify(values)
    const again = said.get(whole)
    if (again !== undefined) return again
    const options: TOptions = {
      ...values,
      nest: false,
      ...contextOf(language, section, name, values),
    }
    const text = i18n.t(key, options)
    if (said.size >= MAX_KEPT) said.clear()
    said.set(whole, text)
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
