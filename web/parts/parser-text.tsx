import { useLanguage } from '../locales/use-text.ts'
import { useWording } from '../locales/use-wording.ts'

/** What a parser said, in the language of the page; a sentence that is known in English only is marked as English. */
export function ParserText({ english }: { readonly english: string }) {
  const shown = useLanguage()
  const { text, language } = useWording().sentence(english)
  return <span lang={language === shown ? undefined : language}>{text}</span>
}
