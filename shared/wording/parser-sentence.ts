import { readSentence } from '../evidence/sentences/find-sentence.ts'
import { splitWhy } from '../evidence/sentences/recognitions.ts'
import type { Sentence } from '../evidence/sentences/sentence.ts'
import { WORDS } from '../evidence/sentences/words.ts'
import type { Language } from '../time/format.ts'
import { LOCALES } from './locale.ts'
import type { Say } from './say.ts'

/** A text, and the language that it is in: not always the one that was asked for. */
export interface Worded {
  readonly text: string
  readonly language: Language
}

/**
 * Says in a language why something could not be read, or what it was taken for: a sentence, or what a parser said in
 * English. What is not known, as a text of an older version, stays as it is.
 */
export function wordSentence(given: Sentence | string, language: Language, say: Say): Worded {
  if (typeof given !== 'string') return wordOne(given, language, say)
  const whole = readSentence(given)
  const all = whole.code === 'text' ? splitWhy(given).map(readSentence) : [whole]
  if (all.some(({ code }) => code === 'text')) return { text: given, language: 'en' }
  return { text: all.map((each) => sentenceText(each, say)).join(say('label', 'semicolon')), language }
}

const wordOne = (sentence: Sentence, language: Language, say: Say): Worded => ({
  text: sentenceText(sentence, say),
  language: isNamed(sentence.code) ? language : 'en',
})

function sentenceText({ code, values }: Sentence, say: Say): string {
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? valueText(name, value, say) : String(value),
  ])
  const filled: Record<string, string> = Object.fromEntries(texts)
  return isNamed(code) ? say('sentence', code, filled) : (filled['text'] ?? code)
}

/** A class of errors has a name for people, too: "5-hour quota used up", never "window_5h". */
function valueText(name: string, value: Sentence, say: Say): string {
  const errorClass = name === 'errorClass' && Object.entries(WORDS).find(([word]) => word === value.code)?.[1]
  return errorClass && isErrorClass(errorClass) ? say('errorClass', errorClass) : sentenceText(value, say)
}

const isErrorClass = (word: string): word is keyof typeof LOCALES.en.errorClass =>
  Object.hasOwn(LOCALES.en.errorClass, word)

const isNamed = (code: string): code is keyof typeof LOCALES.en.sentence =>
  Object.hasOwn(LOCALES.en.sentence, code)
