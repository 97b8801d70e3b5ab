/**
 * What is to be said, before it is said: which sentence, and what is filled in. This is kept, and never a text;
 * `shared/wording` says it in the language of whoever reads.
 */
export interface Sentence {
  /** A name of SENTENCES, or `text`: the value `text` is shown as it is, since an older version wrote it. */
  readonly code: string
  readonly values: Readonly<Record<string, SentenceValue>>
}

/** Texts and numbers stand as they are; a sentence in a sentence is said in the same language. */
export type SentenceValue = string | number | Sentence

/** The same sentence gives the same text, whatever the order of its values: for ids. */
export const sentenceKey = ({ code, values }: Sentence): string =>
  JSON.stringify([
    code,
    ...Object.entries(values)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, typeof value === 'object' ? sentenceKey(value) : value]),
  ])
