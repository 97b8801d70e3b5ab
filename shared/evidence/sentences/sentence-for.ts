import type { REASONS } from './reasons.ts'
import type { Sentence, SentenceValue } from './sentence.ts'
import { WORDS } from './words.ts'

type PlaceOf<Template extends string> = Template extends `${string}{{${infer Place}}}${infer After}`
  ? Place | PlaceOf<After>
  : never

/** With the texts that stand in the placeholders; nothing where there are none. */
type Values<Name extends keyof typeof REASONS> = [PlaceOf<(typeof REASONS)[Name]>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceOf<(typeof REASONS)[Name]>, SentenceValue>>]

/** The sentence of a name; one without a value for each of its placeholders, and none besides, fails to compile. */
export const sentenceFor = <Name extends keyof typeof REASONS>(
  code: Name,
  ...values: Values<Name>
): Sentence => ({ code, values: values[0] ?? {} })

const CODES: ReadonlyMap<string, string> = new Map(Object.entries(WORDS).map(([code, word]) => [word, code]))

/** What is filled in where one of WORDS may stand: that word, to be said in each language, or the text as it is. */
export function wordOrText(text: string): SentenceValue {
  const code = CODES.get(text)
  return code === undefined ? text : { code, values: {} }
}
