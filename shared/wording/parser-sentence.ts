import { findSentence } from '../evidence/sentences/find-sentence.ts'
import { splitWhy } from '../evidence/sentences/recognitions.ts'
import { WORD_PLACES, WORDS } from '../evidence/sentences/words.ts'
import type { Language } from '../time/format.ts'
import type { Say } from './say.ts'

/** A text, and the language that it is in: not always the one that was asked for. */
export interface Worded {
  readonly text: string
  readonly language: Language
}

/** Placeholders for a sentence in the sentence: where that one is not known, neither is the whole. */
const SENTENCE_PLACES: ReadonlySet<string> = new Set(['problem', 'issue', 'why'])
const A_WORD: ReadonlySet<string> = new Set(Object.values(WORDS))

/**
 * Says in a language what a parser said in English: why something could not be read, what it was taken for, where
 * numbers disagree. A sentence that is not known, as one of a newer version, stays as it is.
 */
export function wordSentence(english: string, language: Language, say: Say): Worded {
  if (language === 'en') return { text: english, language }
  const text = wordedOrNull(english, say) ?? wordEach(splitWhy(english), say)
  return text === null ? { text: english, language: 'en' } : { text, language }
}

/** Several that were put together. */
function wordEach(sentences: readonly string[], say: Say): string | null {
  const all = sentences.flatMap((sentence) => wordedOrNull(sentence, say) ?? [])
  return all.length === sentences.length ? all.join(say('label', 'semicolon')) : null
}

function wordedOrNull(english: string, say: Say): string | null {
  const found = findSentence(english)
  if (!found) return null
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(found.values)) {
    const worded = SENTENCE_PLACES.has(name) ? wordedOrNull(value, say) : wordOrValue(name, value, say)
    if (worded === null) return null
    values[name] = worded
  }
  return say('sentence', found.name, values)
}

const wordOrValue = (name: string, value: string, say: Say): string =>
  (WORD_PLACES.has(name) && A_WORD.has(value) ? wordedOrNull(value, say) : null) ?? value
