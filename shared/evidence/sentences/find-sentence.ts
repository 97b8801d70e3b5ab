import { BUNDLE_REFUSALS } from './bundle-refusals.ts'
import { REASONS, type Reason } from './reasons.ts'
import { RECOGNITIONS } from './recognitions.ts'
import { WORDS } from './words.ts'

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
