import type { Language } from '../time/format.ts'

/** The language of the locale: LC_ALL before LC_MESSAGES before LANG (POSIX), `zh_CN.UTF-8` and the like are Chinese. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? ''
  return /^zh(?:[_.@-]|$)/i.test(named) ? 'zh' : 'en'
}
