import { BUNDLE_REFUSALS } from './bundle-refusals.ts'
import { REASONS, type Reason } from './reasons.ts'
import { RECOGNITIONS } from './recognitions.ts'
import type { Sentence, SentenceValue } from './sentence.ts'
import { WORD_PLACES, WORDS } from './words.ts'

/** Every sentence, and every word in one, that parsers and the bundle reader produce in English. */
export const SENTENCES = { ...REASONS, ...BUNDLE_REFUSALS, ...RECOGNITIONS, ...WORDS } as const
export type SentenceName = keyof typeof SENTENCES

/** The sentence that a text is, and the values of its placeholders. */
export interface FoundSentence {
  readonly name: SentenceName
  readonly values: Readonly<Record<string, string>>
}

/** Longer than any sentence including quotes: longer texts are not searched. */
const LONGEST = 1_000

/**
 * Finds the sentence that a parser wrote, of whatever version; null where it is none that is known now. What was filled
 * in comes from outside and is a text like any other.
 *
 *     'expected a row, found a list'  →  { name: 'noRow', values: { found: 'a list' } }
 */
export function findSentence(text: string): FoundSentence | null {
  const whole = WHOLE.get(text)
  if (whole) return whole
  if (text.length > LONGEST) return null
  for (const { name, pattern } of PATTERNS) {
    const found = pattern.exec(text)
    if (found) return { name, values: { ...found.groups } }
  }
  return null
}

/** Placeholders for a sentence in the sentence: where that one is not known, neither is the whole. */
const SENTENCE_PLACES: ReadonlySet<string> = new Set(['problem', 'issue', 'why'])
const A_WORD: ReadonlySet<string> = new Set(Object.values(WORDS))

/** The sentence that an English text is; one that is not known is kept as the text that it is. */
export const readSentence = (text: string): Sentence =>
  knownSentence(text) ?? { code: 'text', values: { text } }

function knownSentence(text: string): Sentence | null {
  const found = findSentence(text)
  if (!found) return null
  const values: Record<string, SentenceValue> = {}
  for (const [name, value] of Object.entries(found.values)) {
    const isWord = WORD_PLACES.has(name) && A_WORD.has(value)
    const inner = isWord || SENTENCE_PLACES.has(name) ? knownSentence(value) : value
    if (inner === null) return null
    values[name] = inner
  }
  return { code: found.name, values }
}

/** Whether a sentence is known, and has a value for each of its placeholders and none besides. */
export function isSentence({ code, values }: Sentence): boolean {
  const names = Object.keys(values)
  if (code === 'text') return names.length === 1 && typeof values['text'] === 'string'
  const places = PLACES.get(code)
  return (
    places !== undefined &&
    names.length === places.size &&
    names.every((name) => places.has(name)) &&
    Object.values(values).every((value) => typeof value !== 'object' || isSentence(value))
  )
}

/** Whether a text is one of the reasons; of those that a library words, one may be new. */
export const isReason = (text: string): text is Reason => {
  const found = findSentence(text)
  return found !== null && found.name in REASONS
}

/** What may stand in a placeholder, where that is not any text: then a text that is none is soon seen to be none. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['most', String.raw`\d+`],
  ['count', String.raw`\d+`],
  ['version', String.raw`\d+`],
])

const NAMES = Object.keys(SENTENCES).filter((name): name is SentenceName => name in SENTENCES)

const PLACES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  NAMES.map((name) => [
    name,
    new Set([...SENTENCES[name].matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place ?? '')),
  ]),
)

const WHOLE: ReadonlyMap<string, FoundSentence> = new Map(
  NAMES.filter((name) => !SENTENCES[name].includes('{{')).map((name) => [
    SENTENCES[name],
    { name, values: {} },
  ]),
)

const PATTERNS = NAMES.filter((name) => SENTENCES[name].includes('{{')).map((name) => ({
  name,
  pattern: patternOf(SENTENCES[name]),
}))

/** Placeholders become groups of their name. */
function patternOf(template: string): RegExp {
  const source = template.replace(/\{\{(\w+)\}\}|[\\^$.*+?()[\]{}|]/g, (char, name: string | undefined) =>
    name === undefined ? `\\${char}` : `(?<${name}>${KINDS.get(name) ?? '.*'})`,
  )
  return new RegExp(`^${source}$`, 's')
}
