import type { Sentence } from '../../../shared/evidence/sentences/sentence.ts'
import { useLanguage } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'

/** What a parser said, in the language of the page; a sentence that is known in English only is marked as English. */
export function ParserText({ said }: { readonly said: Sentence | string }) {
  const shown = useLanguage()
  const { text, language } = useWording().sentence(said)
  return <span lang={language === shown ? undefined : language}>{text}</span>
}
