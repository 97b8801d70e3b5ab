import type { Language } from '../../shared/time/format.ts'
import { wordingFor, type Wording } from '../../shared/wording/wording.ts'
import { useLanguage } from './use-text.ts'

const made = new Map<Language, Wording>()

/** The words of the domain in the language that is shown; made once for each. */
export function useWording(): Wording {
  const language = useLanguage()
  const known = made.get(language)
  if (known) return known
  const wording = wordingFor(language)
  made.set(language, wording)
  return wording
}
